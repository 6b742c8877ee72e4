package shopbell.ingress;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import shopbell.metrics.Meters;
import shopbell.model.Rejected;
import shopbell.model.Unavailable;

/** {@code POST /in/NAME[/KEY]}: admits, reads, hands on, and answers once all is kept. */
public final class ReceiveEventHandler implements Handler<RoutingContext> {
  private static final int MOST = 1024 * 1024;
  private static final int MOST_IN_BATCH = 8 * MOST;

  private final Map<String, Door> doors;
  private final DoorKeys keys;
  private final Intake intake;
  private final Meters meters;
  private final InstantSource clock;

  public ReceiveEventHandler(
      Map<String, Door> doors, DoorKeys keys, Intake intake, Meters meters, InstantSource clock) {
    this.doors = Map.copyOf(doors);
    this.keys = keys;
    this.intake = intake;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext ctx) {
    Door door = doors.get(ctx.pathParam("name"));
    if (door == null) {
      ctx.fail(new Rejected(Rejected.Reason.NOT_FOUND, "There is no door of that name."));
      return;
    }
    HttpServerRequest request = ctx.request();
    Instant now = clock.instant();
    // the body is asked for before anything asynchronous happens, or it would be lost
    Future<Reading> reading = Bodies.of(request, limit(request))
        .compose(body -> admit(door, ctx)
            .map(in -> door.adapter()
                .read(new DoorRequest(url(door, request), request.headers(), body, now))));
    reading
        .compose(read -> intake.take(door.settings().name(), read.events(), now).map(read.reply()))
        .onSuccess(reply -> answer(ctx.response(), reply))
        .onFailure(failure -> {
          meters.arrived(
              door.settings().name(), failure instanceof Unavailable ? "unavailable" : "refused");
          ctx.fail(failure);
        });
  }

  private Future<Void> admit(Door door, RoutingContext ctx) {
    return door.adapter().signed()
        ? Future.succeededFuture()
        : keys.admit(door.settings(), ctx.request(), Optional.ofNullable(ctx.pathParam("key")));
  }

  private static int limit(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return type != null && type.startsWith("application/cloudevents-batch+json")
        ? MOST_IN_BATCH
        : MOST;
  }

  private static String url(Door door, HttpServerRequest request) {
    String query = request.query() == null ? "" : "?" + request.query();
    return door.settings()
        .url()
        .map(given -> given.contains("?") ? given : given + query)
        .orElseGet(request::absoluteURI);
  }

  private static void answer(HttpServerResponse response, Reply reply) {
    response.setStatusCode(reply.status()).putHeader("Cache-Control", "no-store");
    if (reply.contentType().isEmpty()) {
      response.end();
    } else {
      response.putHeader("Content-Type", reply.contentType()).end(reply.body());
    }
  }
}
