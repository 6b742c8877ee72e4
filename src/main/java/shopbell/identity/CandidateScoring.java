package shopbell.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.HandleKind;

/**
 * Computes scores from evidence: the odds of each customer from the matching handles, times the factors that make a
 * contact likely now, over the odds of all of them and of a stranger. The score is the probability that it is this
 * customer.
 *
 * <p>More evidence for one customer never lowers that customer's rank, and the order of evidence does not matter.
 */
final class CandidateScoring {
  /** The match of the stated details with one record. */
  record Saying(UUID customer, UUID record, String name, DetailSimilarity likeness) {}

  /** One customer with all evidence; by handles, by stated details, or by both. */
  record Scored(
      UUID customer,
      String name,
      double score,
      List<HandleEvidence> evidence,
      Optional<Saying> said) {
    /** Whether the only evidence is from pages with a write key, or stated by the caller. */
    boolean claimed() {
      return evidence.stream().allMatch(e -> e.hold().claimed());
    }

    /** The handle with the greatest weight. */
    Optional<HandleEvidence> best() {
      return evidence.stream()
          .max(Comparator.comparingDouble(EvidenceWeights::ofKind)
              .thenComparing(e -> e.hold().by())
              .thenComparing(e -> e.hold().value()));
    }

    /** The matching one of the person's records. */
    UUID record() {
      return best()
          .map(HandleEvidence::record)
          .or(() -> said.map(Saying::record))
          .orElseThrow();
    }
  }

  private static final double MOST_OF_SEVERAL = 0.97;

  /**
   * The cap where only a page states the customer: a visitor can enter any customer number next to their own telephone
   * number there.
   */
  private static final double MOST_OF_CLAIMED = 0.9;

  /** Names and birth dates are no secrets. */
  private static final double MOST_OF_SAID = 0.97;

  /** Candidates found by stated details alone are not shown below this score. */
  private static final double LEAST_OF_SAID = 0.01;

  private static final double QUIET_AT_MOST = 45;

  private CandidateScoring() {}

  /** Best first. */
  static List<Scored> of(List<HandleEvidence> evidence, List<Saying> said, Instant now) {
    Map<UUID, List<HandleEvidence>> byCustomer = new LinkedHashMap<>();
    evidence.forEach(
        e -> byCustomer.computeIfAbsent(e.customer(), c -> new ArrayList<>()).add(e));
    Map<UUID, Saying> sayings = new LinkedHashMap<>();
    said.forEach(s -> sayings.merge(s.customer(), s, CandidateScoring::better));
    Map<UUID, Double> odds = new LinkedHashMap<>();
    byCustomer.forEach((customer, own) ->
        odds.put(customer, odds(own, evidence, now) * factor(sayings.get(customer))));
    sayings.forEach((customer, s) -> odds.putIfAbsent(customer, s.likeness().odds()));
    double all = odds.values().stream().mapToDouble(Double::doubleValue).sum();
    return odds.keySet().stream()
        .map(customer -> scored(
            byCustomer.getOrDefault(customer, List.of()),
            Optional.ofNullable(sayings.get(customer)),
            odds.get(customer) / (1 + all)))
        .filter(one -> !one.evidence().isEmpty() || one.score() >= LEAST_OF_SAID)
        .sorted(
            Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::customer))
        .toList();
  }

  private static Scored scored(List<HandleEvidence> own, Optional<Saying> said, double score) {
    double most = own.isEmpty() ? MOST_OF_SAID : most(own);
    return own.isEmpty()
        ? new Scored(
            said.orElseThrow().customer(), said.get().name(), Math.min(most, score), own, said)
        : new Scored(
            own.get(0).customer(),
            own.get(0).name(),
            Math.min(most, score),
            List.copyOf(own),
            said);
  }

  private static Saying better(Saying one, Saying other) {
    return one.likeness().bits() >= other.likeness().bits() ? one : other;
  }

  private static double factor(Saying said) {
    return said == null ? 1 : said.likeness().factor();
  }

  /** A number of several people alone never identifies one of them, and a page's statement proves nothing. */
  private static double most(List<HandleEvidence> own) {
    boolean several = own.stream()
        .allMatch(e -> e.hold().holders() > 1
            && !e.hold().block()
            && (e.hold().by() == HandleKind.PHONE || !e.hold().verified()));
    boolean claimed = own.stream().allMatch(e -> e.hold().claimed());
    return claimed ? MOST_OF_CLAIMED : several ? MOST_OF_SEVERAL : 1;
  }

  private static double odds(List<HandleEvidence> own, List<HandleEvidence> all, Instant now) {
    double handles = 1;
    double ties = 1;
    for (HandleEvidence handleEvidence : own) {
      handles *= 1 + EvidenceWeights.ofHandle(handleEvidence, all, now);
      ties = Math.max(ties, EvidenceWeights.ofTies(handleEvidence.ties(), now));
    }
    boolean quiet = own.stream().allMatch(e -> EvidenceWeights.quiet(e, now));
    double odds = (handles - 1) * ties;
    return quiet ? Math.min(odds, QUIET_AT_MOST) : odds;
  }
}
