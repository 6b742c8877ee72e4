package shopbell.customer;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import shopbell.model.customer.OrderStatusMeaning;

/** What the statuses of orders in other systems mean. */
public interface OrderStatusStore {
  /**
   * A status of which nothing is known; its orders count until somebody says what it means.
   *
   * @param status in small letters, without digits and without whatever may be personal
   */
  record Unknown(String system, String status, long orders, Instant firstSeen, Instant lastSeen) {}

  /** The most frequent first, at most a hundred. */
  Future<List<Unknown>> unknown();

  /** In the order in which they are asked for; {@code state} and {@code counts} of the given ones are not looked at. */
  Future<List<OrderStatusMeaning>> meanings(List<OrderStatusMeaning> asked);
}
