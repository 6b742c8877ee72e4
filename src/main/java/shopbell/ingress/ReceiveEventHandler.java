package shopbell.ingress;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Rejected;

/** {@code POST /in/NAME[/KEY]}: admits, reads, hands on, and answers once all is kept. */
public final class ReceiveEventHandler implements Handler<RoutingContext> {
  private static final int MOST = 1024 * 1024;
  private static final int MOST_IN_BATCH = 8 * MOST;

  private final Map<String, Door> doors;
  private final DoorKeys keys;
  private final Entrance entrance;
  private final InstantSource clock;

  public ReceiveEventHandler(
      Map<String, Door> doors, DoorKeys keys, Entrance entrance, InstantSource clock) {
    this.doors = Map.copyOf(doors);
    this.keys = keys;
    this.entrance = entrance;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext ctx) {
    Door door = doors.get(ctx.pathParam("name"));
    if (door == null) {
      ctx.fail(new Rejected(Rejected.Reason.NOT_FOUND, "There is no door of that name."));
      return;
    }
    if (entrance.full()) {
      ctx.fail(entrance.crowded(door));
      return;
    }
    HttpServerRequest request = ctx.request();
    Instant now = clock.instant();
    // the body is asked for before anything asynchronous happens, or it would be lost
    Bodies.of(request, limit(request))
        .map(body -> request(door, request, body, now))
        .onFailure(failure -> away(door, request(door, request, Buffer.buffer(), now), failure))
        .compose(whole -> admit(door, ctx)
            .onFailure(failure -> away(door, whole, failure))
            .compose(in -> entrance.enter(door, whole)))
        .onSuccess(reply -> answer(ctx.response(), reply))
        .onFailure(ctx::fail);
  }

  private void away(Door door, DoorRequest request, Throwable failure) {
    entrance.turnedAway(door, request, failure);
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

  /** Whole, and at the address its sender knows. */
  static DoorRequest request(Door door, HttpServerRequest request, Buffer body, Instant now) {
    String query = request.query() == null ? "" : "?" + request.query();
    String url = door.settings()
        .url()
        .map(given -> given.contains("?") ? given : given + query)
        .orElseGet(request::absoluteURI);
    return new DoorRequest(url, request.headers(), body, now);
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
