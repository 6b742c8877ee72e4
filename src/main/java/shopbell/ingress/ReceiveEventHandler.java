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

/** {@code POST /in/NAME[/KEY]}: looks at the head, admits, reads the body, hands on, and answers once all is kept. */
public final class ReceiveEventHandler implements Handler<RoutingContext> {
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
    if (entrance.full(door)) {
      ctx.fail(entrance.crowded(door));
      return;
    }
    DoorRequest head = request(door, ctx.request(), Buffer.buffer(), clock.instant());
    Body body = entrance.body(door, ctx.request(), door.adapter().largest(head));
    admit(door, ctx, head)
        .compose(in -> body.whole())
        .onFailure(failure -> entrance.turnedAway(door, head, failure))
        .compose(whole -> entrance.enter(
            door, new DoorRequest(head.url(), head.headers(), whole, head.receivedAt())))
        .onComplete(done -> body.close())
        .onSuccess(reply -> answer(ctx.response(), reply))
        .onFailure(ctx::fail);
  }

  private Future<Void> admit(Door door, RoutingContext ctx, DoorRequest head) {
    if (!door.adapter().signed()) {
      return keys.admit(door.settings(), ctx.request(), Optional.ofNullable(ctx.pathParam("key")));
    }
    return Future.<Void>succeededFuture().map(go -> {
      door.adapter().verifyHead(head);
      return null;
    });
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
