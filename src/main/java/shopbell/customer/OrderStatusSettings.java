package shopbell.customer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shopbell.config.DidYouMean;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;

/** The configured meanings of order statuses: {@code orders.statuses.SYSTEM.STATUS: STATE}. */
public final class OrderStatusSettings {
  /** The possible states; all but the first two and the last two count as a purchase. */
  public static final List<String> STATES =
      List.of("draft", "pending", "placed", "fulfilled", "cancelled", "returned");

  private static final String ANY = "any";

  /**
   * The configured meaning of one status.
   *
   * @param system empty for all of them
   */
  public record ConfiguredStatus(String system, String status, String state) {}

  private OrderStatusSettings() {}

  /** InvalidConfiguration for an unknown state. */
  public static List<ConfiguredStatus> of(Settings settings) {
    Map<String, String> given =
        new TreeMap<>(settings.named("orders").getOrDefault("statuses", Map.of()));
    return given.entrySet().stream().map(OrderStatusSettings::said).toList();
  }

  private static ConfiguredStatus said(Map.Entry<String, String> entry) {
    String[] parts = entry.getKey().split("\\.", 2);
    if (!STATES.contains(entry.getValue())) {
      throw new InvalidConfiguration(
          "orders.statuses." + entry.getKey() + " is one of " + String.join(", ", STATES)
              + DidYouMean.nearest(entry.getValue(), STATES)
                  .map(state -> "; did you mean " + state + "?")
                  .orElse(""));
    }
    return new ConfiguredStatus(parts[0].equals(ANY) ? "" : parts[0], parts[1], entry.getValue());
  }
}
