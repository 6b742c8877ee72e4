package shopbell.ingress;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Rejected;

/**
 * Runs before a door, whatever its key: answers a browser whether its page may send here, and refuses a page that may
 * not. Doors without {@code origins} are for machines, which send no origin.
 */
public final class DoorOriginCheck implements Handler<RoutingContext> {
  private static final int NOT_ALLOWED = 405;

  private final Map<String, Door> doors;

  public DoorOriginCheck(Map<String, Door> doors) {
    this.doors = Map.copyOf(doors);
  }

  @Override
  public void handle(RoutingContext ctx) {
    DoorAccess access = Optional.ofNullable(doors.get(ctx.pathParam("name")))
        .map(Door::access)
        .orElse(DoorAccess.USUAL);
    MultiMap headers = ctx.response().headers();
    if (access.open()) {
      headers.set("Cross-Origin-Resource-Policy", "cross-origin");
    }
    boolean asks = HttpMethod.OPTIONS.equals(ctx.request().method());
    String origin = ctx.request().getHeader("Origin");
    if (access.origins().isEmpty() || origin == null) {
      go(ctx, asks);
      return;
    }
    headers.add("Vary", "Origin");
    if (!access.origins().contains(origin)) {
      ctx.fail(new Rejected(
          Rejected.Reason.FORBIDDEN, "Pages of this origin may not send to this door."));
      return;
    }
    headers
        .set("Access-Control-Allow-Origin", origin)
        .set("Access-Control-Expose-Headers", "Retry-After");
    if (asks) {
      CorsHeaders.granted(ctx.request(), headers);
      ctx.response().setStatusCode(204).end();
    } else {
      ctx.next();
    }
  }

  private static void go(RoutingContext ctx, boolean asks) {
    if (asks) {
      ctx.response().putHeader("Allow", "GET, POST");
      ctx.fail(NOT_ALLOWED);
    } else {
      ctx.next();
    }
  }
}
