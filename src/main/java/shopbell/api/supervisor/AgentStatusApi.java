package shopbell.api.supervisor;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import shopbell.desk.AgentStatus;
import shopbell.json.Json;
import shopbell.security.Principal;

/** {@code GET /api/v1/agents}: the connected agents, and whether their browsers paint; for supervisors. */
public final class AgentStatusApi implements Handler<RoutingContext> {
  private final Supplier<Future<List<AgentStatus>>> seats;

  /** {@code seats} are the agents of all nodes. */
  public AgentStatusApi(Supplier<Future<List<AgentStatus>>> seats) {
    this.seats = seats;
  }

  @Override
  public void handle(RoutingContext ctx) {
    Principal.of(ctx).mustSupervise();
    seats.get().onFailure(ctx::fail).onSuccess(all -> answer(ctx, all));
  }

  private static void answer(RoutingContext ctx, List<AgentStatus> seats) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", seats);
    page.put("next", null);
    ctx.response()
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(Json.write(page));
  }
}
