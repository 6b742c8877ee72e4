package shopbell.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import shopbell.model.HandleKind;

/**
 * Evidence to scores: the odds of each customer from the handles that lead there, times what makes a contact likely now,
 * over the odds of all of them and of a stranger. The score is the probability that it is this customer.
 *
 * <p>More evidence for one customer never lowers that customer's rank, and the order of evidence does not matter.
 */
final class Candidates {
  /** One customer with all that speaks for it. */
  record Scored(UUID customer, String name, double score, List<Evidence> evidence) {
    /** Whether nothing but pages with a write key says that this customer has the handles. */
    boolean claimed() {
      return evidence.stream().allMatch(e -> e.hold().claimed());
    }

    /** The handle that counts most. */
    Evidence best() {
      return evidence.stream()
          .max(Comparator.comparingDouble(Odds::ofKind)
              .thenComparing(e -> e.hold().by())
              .thenComparing(e -> e.hold().value()))
          .orElseThrow();
    }
  }

  private static final double MOST_OF_SEVERAL = 0.97;

  /** A page's word alone: anybody can write any customer number beside the own telephone number there. */
  private static final double MOST_OF_CLAIMED = 0.9;

  private static final double QUIET_AT_MOST = 45;

  private Candidates() {}

  /** Best first. */
  static List<Scored> of(List<Evidence> evidence, Instant now) {
    Map<UUID, List<Evidence>> byCustomer = new LinkedHashMap<>();
    evidence.forEach(
        e -> byCustomer.computeIfAbsent(e.customer(), c -> new ArrayList<>()).add(e));
    Map<UUID, Double> odds = new LinkedHashMap<>();
    byCustomer.forEach((customer, own) -> odds.put(customer, odds(own, evidence, now)));
    double all = odds.values().stream().mapToDouble(Double::doubleValue).sum();
    return byCustomer.entrySet().stream()
        .map(entry -> new Scored(
            entry.getKey(),
            entry.getValue().get(0).name(),
            Math.min(most(entry.getValue()), odds.get(entry.getKey()) / (1 + all)),
            List.copyOf(entry.getValue())))
        .sorted(
            Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::customer))
        .toList();
  }

  /** A number of several people never says by itself which of them it is, nor does a page prove anything. */
  private static double most(List<Evidence> own) {
    boolean several = own.stream()
        .allMatch(e -> e.hold().holders() > 1
            && !e.hold().block()
            && (e.hold().by() == HandleKind.PHONE || !e.hold().verified()));
    boolean claimed = own.stream().allMatch(e -> e.hold().claimed());
    return claimed ? MOST_OF_CLAIMED : several ? MOST_OF_SEVERAL : 1;
  }

  private static double odds(List<Evidence> own, List<Evidence> all, Instant now) {
    double handles = 1;
    double ties = 1;
    for (Evidence evidence : own) {
      handles *= 1 + Odds.ofHandle(evidence, all, now);
      ties = Math.max(ties, Odds.ofTies(evidence.ties(), now));
    }
    boolean quiet = own.stream().allMatch(e -> Odds.quiet(e, now));
    double odds = (handles - 1) * ties;
    return quiet ? Math.min(odds, QUIET_AT_MOST) : odds;
  }
}
