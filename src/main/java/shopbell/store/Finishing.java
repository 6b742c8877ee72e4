package shopbell.store;

import java.util.List;
import java.util.stream.Stream;
import shopbell.load.Kind;

/** What is done once a file is in: waiting facts find their customer, ranks and the planner's statistics are made anew. */
final class Finishing {
  private static final String CLAIM = """
      do $$ begin
        if exists (select from %1$s where waits_for is not null and customer is null) then
          update %1$s t set customer = h.holder, waits_for = null
          from (select kind || ':' || value as handle, min(customer::text)::uuid as holder
            from handle where not block group by kind, value having count(*) = 1) h
          where t.waits_for = h.handle and t.customer is null;
        end if;
      end $$
      """;
  private static final String RANKS = "select refresh_ranks()";

  private Finishing() {}

  /** Statements in order, each a transaction of its own. */
  static List<String> of(Kind kind) {
    return switch (kind) {
      case CUSTOMERS ->
        all(
            claims(),
            List.of("select gin_clean_pending_list('customer_name')"),
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
    return Stream.of("purchase", "ticket", "feedback", "touchpoint")
        .map(CLAIM::formatted)
        .toList();
  }

  private static List<String> all(List<String> first, List<String> then, List<String> last) {
    return Stream.of(first, then, last).flatMap(List::stream).toList();
  }
}
