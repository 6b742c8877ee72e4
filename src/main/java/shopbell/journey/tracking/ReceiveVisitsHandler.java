package shopbell.journey.tracking;

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
import shopbell.ingress.RawBody;
import shopbell.ingress.RequestBodies;
import shopbell.journey.VisitIntake;
import shopbell.metrics.Meters;
import shopbell.model.Unavailable;
import shopbell.model.event.Visit;

/** Handles one request of the tracking API and responds once all of its valid messages are stored. */
final class ReceiveVisitsHandler implements Handler<RoutingContext> {
  /** A larger body would block the event loop for too long. */
  private static final int READ_AT_ONCE = 64 * 1024;

  /** The dependencies that all these handlers share. */
  record ReceiverParts(
      WriteKeys keys,
      ParserThreads parsers,
      RequestBodies bodies,
      VisitIntake intake,
      Meters meters,
      InstantSource clock) {}

  private final ReceiverParts receiverParts;
  private final int most;
  private final BiFunction<byte[], Instant, TrackingBatch> reader;

  /** Bodies have at most {@code most} bytes, packed and unpacked. */
  ReceiveVisitsHandler(
      ReceiverParts receiverParts, int most, BiFunction<byte[], Instant, TrackingBatch> reader) {
    this.receiverParts = receiverParts;
    this.most = most;
    this.reader = reader;
  }

  @Override
  public void handle(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    Instant now = receiverParts.clock().instant();
    RawBody body = receiverParts.bodies().open(request, most);
    admitted(request, body)
        .compose(key -> body.whole())
        .compose(whole -> read(body, whole, encoding(request), now))
        .compose(
            trackingBatch -> receiverParts.intake().take(trackingBatch.visits()).map(trackingBatch))
        .onComplete(done -> body.close())
        .onSuccess(trackingBatch -> answer(ctx.response(), trackingBatch))
        .onFailure(failure -> {
          receiverParts
              .meters()
              .arrived(Visit.SYSTEM, failure instanceof Unavailable ? "unavailable" : "refused", 1);
          ctx.fail(failure);
        });
  }

  private static Optional<String> encoding(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("Content-Encoding"));
  }

  /** By the head, or else by the beginning of the body; no more of it is parsed before. */
  private Future<String> admitted(HttpServerRequest request, RawBody body) {
    Optional<String> inHead = WriteKeys.inHead(request);
    return inHead.isPresent()
        ? receiverParts.keys().admit(inHead)
        : body.beginning(BodyWriteKey.BEGINNING)
            .map(bytes -> BodyEncoding.beginning(bytes, encoding(request), BodyWriteKey.BEGINNING))
            .compose(beginning -> receiverParts.keys().admit(BodyWriteKey.find(beginning)));
  }

  private Future<TrackingBatch> read(
      RawBody body, Buffer whole, Optional<String> encoding, Instant now) {
    Supplier<TrackingBatch> reading =
        () -> reader.apply(BodyEncoding.unwrap(whole, encoding, most, body::holdMore), now);
    return whole.length() > READ_AT_ONCE || BodyEncoding.packed(whole, encoding)
        ? receiverParts.parsers().read(reading::get)
        : Future.succeededFuture().map(here -> reading.get());
  }

  private void answer(HttpServerResponse response, TrackingBatch trackingBatch) {
    JsonObject said = new JsonObject().put("success", true);
    if (!trackingBatch.refused().isEmpty()) {
      receiverParts
          .meters()
          .arrived(Visit.SYSTEM, "refused", trackingBatch.refused().size());
      said.put("refused", refused(trackingBatch.refused()));
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
