package shopbell.store.imports;

import java.util.List;
import java.util.stream.Stream;
import shopbell.imports.ImportKind;

/**
 * Runs after an import: attaches waiting facts to their customers, and recomputes ranks and the planner's statistics.
 */
final class ImportCompletion {
  /** A cookie belongs to its customer from the time the record states; see {@code home} in V2. */
  private static final String RECOGNISE = """
      insert into recognition (kind, value, customer, at)
      select kind, value, customer, date_trunc('minute', last_seen) from handle where kind in ('cookie', 'device') and told
      on conflict do nothing
      """;

  private static final String CLAIM = """
      update %1$s set customer = home(waits_for, %2$s)
      where waits_for is not null and customer is null and home(waits_for, %2$s) is not null
      """;
  private static final String RANKS = "select refresh_ranks()";

  private ImportCompletion() {}

  /** Statements in order, each a transaction of its own. */
  static List<String> of(ImportKind importKind) {
    return switch (importKind) {
      case CUSTOMERS ->
        all(
            claims(),
            List.of("select gin_clean_pending_list('customer_keys')"),
            List.of(
                "select gin_clean_pending_list('handle_value')",
                "analyze customer, handle, membership",
                RANKS));
      case ORDERS -> List.of("analyze purchase", RANKS);
      case SHIPMENTS -> List.of("analyze shipment");
      case TICKETS -> List.of("analyze ticket");
      case TOUCHPOINTS -> List.of("analyze touchpoint");
      case INTERACTIONS -> List.of("analyze interaction");
      case FEEDBACK -> List.of("analyze feedback");
      case EVENTS -> all(claims(), List.of(RANKS), List.of());
    };
  }

  private static List<String> claims() {
    return List.of(
        RECOGNISE,
        CLAIM.formatted("purchase", "placed_at"),
        CLAIM.formatted("ticket", "opened_at"),
        CLAIM.formatted("feedback", "at"),
        CLAIM.formatted("touchpoint", "at"));
  }

  private static List<String> all(List<String> first, List<String> then, List<String> last) {
    return Stream.of(first, then, last).flatMap(List::stream).toList();
  }
}
