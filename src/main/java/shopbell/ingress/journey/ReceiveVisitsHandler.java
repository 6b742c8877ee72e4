package shopbell.ingress.journey;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import shopbell.ingress.Bodies;
import shopbell.ingress.RequestBody;
import shopbell.ingress.VisitIntake;
import shopbell.metrics.Meters;
import shopbell.model.Unavailable;
import shopbell.model.Visit;

/** Takes in one request of the tracking API and answers once all of it that can be kept is kept. */
final class ReceiveVisitsHandler implements Handler<RoutingContext> {
  /** Reading more than this takes longer than others on the event loop should wait. */
  private static final int READ_AT_ONCE = 64 * 1024;

  /** What all these handlers share. */
  record Rooms(
      WriteKeys keys,
      Parsers parsers,
      Bodies bodies,
      VisitIntake intake,
      Meters meters,
      InstantSource clock) {}

  private final Rooms rooms;
  private final int most;
  private final BiFunction<byte[], Instant, Messages> reader;

  /** Bodies have at most {@code most} bytes, packed and unpacked. */
  ReceiveVisitsHandler(Rooms rooms, int most, BiFunction<byte[], Instant, Messages> reader) {
    this.rooms = rooms;
    this.most = most;
    this.reader = reader;
  }

  @Override
  public void handle(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    Instant now = rooms.clock().instant();
    RequestBody body = rooms.bodies().open(request, most);
    admitted(request, body)
        .compose(key -> body.whole())
        .compose(whole -> read(body, whole, encoding(request), now))
        .compose(messages -> rooms.intake().take(messages.visits()).map(messages))
        .onComplete(done -> body.close())
        .onSuccess(messages -> answer(ctx.response(), messages))
        .onFailure(failure -> {
          rooms
              .meters()
              .arrived(Visit.SYSTEM, failure instanceof Unavailable ? "unavailable" : "refused", 1);
          ctx.fail(failure);
        });
  }

  private static Optional<String> encoding(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("Content-Encoding"));
  }

  /** By the head, or else by the beginning of the body; more of it is not read before. */
  private Future<String> admitted(HttpServerRequest request, RequestBody body) {
    Optional<String> inHead = WriteKeys.inHead(request);
    return inHead.isPresent()
        ? rooms.keys().admit(inHead)
        : body.beginning(KeyInBody.BEGINNING)
            .map(bytes -> Wrapping.beginning(bytes, encoding(request), KeyInBody.BEGINNING))
            .compose(beginning -> rooms.keys().admit(KeyInBody.find(beginning)));
  }

  private Future<Messages> read(
      RequestBody body, Buffer whole, Optional<String> encoding, Instant now) {
    Supplier<Messages> reading =
        () -> reader.apply(Wrapping.unwrap(whole, encoding, most, body::holdMore), now);
    return whole.length() > READ_AT_ONCE || Wrapping.packed(whole, encoding)
        ? rooms.parsers().read(reading::get)
        : Future.succeededFuture().map(here -> reading.get());
  }

  private void answer(HttpServerResponse response, Messages messages) {
    JsonObject said = new JsonObject().put("success", true);
    if (!messages.refused().isEmpty()) {
      rooms.meters().arrived(Visit.SYSTEM, "refused", messages.refused().size());
      said.put("refused", refused(messages.refused()));
    }
    response
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(said.toBuffer());
  }

  private static JsonArray refused(Map<Integer, String> places) {
    JsonArray refused = new JsonArray();
    new TreeMap<>(places)
        .forEach(
            (place, why) -> refused.add(new JsonObject().put("index", place).put("detail", why)));
    return refused;
  }
}
