package shopbell.desk;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import shopbell.security.Caller;
import shopbell.wire.Json;

/** {@code GET /api/v1/agents}: who is connected, and whose browser paints; for supervisors. */
public final class SeatsHandler implements Handler<RoutingContext> {
  private final Desk desk;

  public SeatsHandler(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void handle(RoutingContext ctx) {
    Caller.of(ctx).mustSupervise();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", desk.seats());
    page.put("next", null);
    ctx.response()
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(Json.write(page));
  }
}
