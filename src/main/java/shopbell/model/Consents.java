package shopbell.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a customer does not want to be used, from the attributes {@code consent.journey}, {@code consent.cues} and
 * {@code consent.profiling}: only an explicit no counts, silence leaves things as the law of the contract has them.
 */
public record Consents(boolean journey, boolean cues, boolean profiling) {
  private static final Set<String> NO = Set.of("false", "no", "0", "denied", "withdrawn", "nein");
  private static final String TOUCHPOINT = "touchpoint";

  /** Of all records of one person; one no is a no. */
  public static Consents of(List<Map<String, String>> attributes) {
    return new Consents(
        given(attributes, "consent.journey"),
        given(attributes, "consent.cues"),
        given(attributes, "consent.profiling"));
  }

  private static boolean given(List<Map<String, String>> attributes, String key) {
    return attributes.stream()
        .map(all -> Optional.ofNullable(all.get(key)))
        .flatMap(Optional::stream)
        .noneMatch(value -> NO.contains(value.strip().toLowerCase(Locale.ROOT)));
  }

  /** {@code summary} without what was not consented to: visits, hints for the talk, the rank among customers. */
  public Summary applied(Summary summary) {
    return new Summary(
        cues ? summary.customer() : uncued(summary.customer()),
        profiling ? summary.value() : summary.value().map(Consents::unranked),
        summary.tickets(),
        summary.journey().stream()
            .filter(item -> journey || !item.kind().equals(TOUCHPOINT))
            .toList(),
        summary.history(),
        summary.promises(),
        summary.feedback(),
        summary.shipments(),
        summary.notices(),
        summary.company());
  }

  private static Customer uncued(Customer c) {
    return new Customer(
        c.id(),
        c.kind(),
        c.name(),
        c.organizations(),
        c.locale(),
        c.since(),
        c.tier(),
        c.owner(),
        c.handles(),
        Map.of());
  }

  private static Value unranked(Value v) {
    return new Value(
        v.currency(),
        v.lifetime(),
        v.last12Months(),
        v.orders(),
        v.lastOrderAt(),
        Optional.empty());
  }
}
