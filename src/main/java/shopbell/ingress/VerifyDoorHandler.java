package shopbell.ingress;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Rejected;

/** {@code GET /in/NAME}: a sender verifies the address, opens a WebSocket, or can only GET. */
public final class VerifyDoorHandler implements Handler<RoutingContext> {
  private static final int NOT_ALLOWED = 405;

  private final Map<String, Door> doors;
  private final EventReceiver eventReceiver;
  private final VendorSocket streams;
  private final ReceiveEventHandler events;

  public VerifyDoorHandler(
      Map<String, Door> doors,
      EventReceiver eventReceiver,
      VendorSocket streams,
      ReceiveEventHandler events) {
    this.doors = Map.copyOf(doors);
    this.eventReceiver = eventReceiver;
    this.streams = streams;
    this.events = events;
  }

  @Override
  public void handle(RoutingContext ctx) {
    Door door = doors.get(ctx.pathParam("name"));
    if (door == null) {
      ctx.fail(new Rejected(Rejected.Reason.NOT_FOUND, "There is no door of that name."));
    } else if (door.access().get().isPresent()) {
      events.query(door, ctx);
    } else if (door.adapter() instanceof SocketAdapter) {
      streams.open(door, ctx, events.request(door, ctx.request()));
    } else {
      DoorRequest request = events.request(door, ctx.request());
      eventReceiver
          .read(door, () -> door.adapter().challenged(request))
          .onFailure(ctx::fail)
          .onSuccess(proof -> answer(ctx, proof));
    }
  }

  private static void answer(RoutingContext ctx, Optional<String> proof) {
    if (proof.isEmpty()) {
      ctx.response().putHeader("Allow", "POST");
      ctx.fail(NOT_ALLOWED);
      return;
    }
    ctx.response()
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(proof.get());
  }
}
