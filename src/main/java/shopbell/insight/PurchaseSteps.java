package shopbell.insight;

import java.util.Set;
import shopbell.model.customer.Journey;

/** Which steps of a journey are purchases; the store has classified each order. */
final class PurchaseSteps {
  private static final Set<String> NONE =
      Set.of("order.draft", "order.pending", "order.cancelled", "order.returned", "order.refunded");

  private PurchaseSteps() {}

  /** Whether {@code item} is an order that counts. */
  static boolean is(Journey.Item item) {
    return item.kind().equals("order") && !NONE.contains(item.name());
  }
}
