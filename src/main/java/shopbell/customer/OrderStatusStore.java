package shopbell.customer;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import shopbell.model.customer.OrderStatusMeaning;

/** The meanings of order statuses from other systems. */
public interface OrderStatusStore {
  /**
   * A status without a configured meaning; its orders count as purchases until it has one.
   *
   * @param status in small letters, without digits and without parts that may be personal
   */
  record Unknown(String system, String status, long orders, Instant firstSeen, Instant lastSeen) {}

  /** The most frequent first, at most a hundred. */
  Future<List<Unknown>> unknown();

  /** In the order of {@code asked}, whose {@code state} and {@code counts} are ignored. */
  Future<List<OrderStatusMeaning>> meanings(List<OrderStatusMeaning> asked);
}
