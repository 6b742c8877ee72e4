package shopbell.api.admin;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.customer.OrderStatusStore;
import shopbell.http.JsonResponses;
import shopbell.model.Page;
import shopbell.model.customer.OrderStatusMeaning;
import shopbell.security.Principal;

/** Calls to read what order statuses mean; for administrators. */
public final class OrderStatusApi {
  private static final String ORDER = "shopbell.order.upserted";

  private final OrderStatusStore statuses;

  public OrderStatusApi(OrderStatusStore statuses) {
    this.statuses = statuses;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.get("/order-statuses").handler(ctx -> {
      Principal.of(ctx).mustAdminister();
      statuses
          .unknown()
          .onFailure(ctx::fail)
          .onSuccess(all -> JsonResponses.json(ctx, 200, new Page<>(all, Optional.empty())));
    });
  }

  /** The status meaning of each order among {@code events}; other events have none. */
  Future<List<OrderStatusMeaning>> meanings(List<Object> events) {
    return statuses.meanings(events.stream()
        .filter(Map.class::isInstance)
        .map(event -> (Map<?, ?>) event)
        .filter(event -> ORDER.equals(event.get("type")) && event.get("data") instanceof Map<?, ?>)
        .map(event -> (Map<?, ?>) event.get("data"))
        .map(data -> new OrderStatusMeaning(
            text(data, "system", ""), text(data, "status", "placed"), "", true))
        .distinct()
        .toList());
  }

  private static String text(Map<?, ?> data, String key, String otherwise) {
    return data.get(key) instanceof String given && !given.isBlank() ? given : otherwise;
  }
}
