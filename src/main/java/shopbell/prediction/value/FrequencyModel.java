package shopbell.prediction.value;

import java.util.Map;

/**
 * How often customers order, and when they stop: a model with fitted parameters. Implementations are immutable.
 * Time is counted in the unit in which the model was fitted.
 */
public interface FrequencyModel {
  /** As in the literature, such as {@code BG/NBD}. */
  String name();

  /** By their names in the papers; with {@link #name} they make the same model again ({@link FrequencyFamily#model}). */
  Map<String, Double> parameters();

  /** P(still a customer | history), from 0 to 1. */
  double active(PurchaseHistory history);

  /** The number of orders in the {@code horizon} from now on. */
  OrderDistribution orders(PurchaseHistory history, double horizon);

  /**
   * The time from now within which half of such customers order again, if they stay customers. May be very long:
   * a customer with one order long ago.
   */
  double medianWait(PurchaseHistory history);
}
