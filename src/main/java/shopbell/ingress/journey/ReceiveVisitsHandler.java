package shopbell.ingress.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import shopbell.ingress.Bodies;
import shopbell.ingress.VisitIntake;
import shopbell.metrics.Meters;
import shopbell.model.Rejected;
import shopbell.model.Unavailable;
import shopbell.model.Visit;
import shopbell.wire.Strict;

/** Takes in one request of the tracking API and answers once all of it that can be kept is kept. */
final class ReceiveVisitsHandler implements Handler<RoutingContext> {
  /** Bodies that are read but not yet kept, of all connections together. */
  private static final long MOST_BYTES_AT_ONCE = 64L * 1024 * 1024;

  /** Reading more than this takes longer than others on the event loop should wait. */
  private static final int READ_AT_ONCE = 64 * 1024;

  /** What all these handlers share. */
  record Rooms(
      Vertx vertx,
      WriteKeys keys,
      VisitIntake intake,
      Meters meters,
      InstantSource clock,
      AtomicLong bytes) {}

  private final Rooms rooms;
  private final int most;
  private final BiFunction<JsonNode, Instant, Messages> reader;

  /** Bodies have at most {@code most} bytes, packed and unpacked. */
  ReceiveVisitsHandler(Rooms rooms, int most, BiFunction<JsonNode, Instant, Messages> reader) {
    this.rooms = rooms;
    this.most = most;
    this.reader = reader;
  }

  @Override
  public void handle(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    Instant now = rooms.clock().instant();
    Bodies.of(request, most)
        .compose(body -> counted(body, () -> kept(request, body, now)))
        .onSuccess(messages -> answer(ctx.response(), messages))
        .onFailure(failure -> {
          rooms
              .meters()
              .arrived(Visit.SYSTEM, failure instanceof Unavailable ? "unavailable" : "refused", 1);
          ctx.fail(failure);
        });
  }

  private Future<Messages> kept(HttpServerRequest request, Buffer body, Instant now) {
    return read(body, Optional.ofNullable(request.getHeader("Content-Encoding")), now)
        .compose(messages -> rooms
            .keys()
            .admit(request, messages.writeKey())
            .compose(key -> rooms.intake().take(messages.visits()))
            .map(messages));
  }

  private Future<Messages> read(Buffer body, Optional<String> encoding, Instant now) {
    if (body.length() > READ_AT_ONCE || encoding.isPresent()) {
      return rooms.vertx().executeBlocking(() -> messages(body, encoding, now), false);
    }
    return Future.succeededFuture().map(here -> messages(body, encoding, now));
  }

  private Messages messages(Buffer body, Optional<String> encoding, Instant now) {
    return reader.apply(Strict.read(Wrapping.unwrap(body, encoding, most)), now);
  }

  private Future<Messages> counted(
      Buffer body, java.util.function.Supplier<Future<Messages>> work) {
    long all = rooms.bytes().addAndGet(body.length());
    Future<Messages> done = all > MOST_BYTES_AT_ONCE
        ? Future.failedFuture(new Rejected(
            Rejected.Reason.TOO_MANY, "More comes in than can be written: send it again later."))
        : work.get();
    return done.onComplete(over -> rooms.bytes().addAndGet(-body.length()));
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
