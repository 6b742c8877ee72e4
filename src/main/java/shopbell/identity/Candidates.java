package shopbell.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import shopbell.model.HandleKind;

/**
 * Evidence to scores: the odds of each customer from the handles that lead there, times what makes a call likely now,
 * over the odds of all of them and of a stranger.
 *
 * <p>More evidence for one customer never lowers that customer's rank, and the order of evidence does not matter.
 */
final class Candidates {
  /** One customer with all that speaks for it. */
  record Scored(UUID customer, String name, double score, List<Evidence> evidence) {
    /** The handle that counts most. */
    Evidence best() {
      return evidence.stream()
          .max(Comparator.comparingDouble(Candidates::strength))
          .orElseThrow();
    }
  }

  private static final Duration LATELY = Duration.ofDays(7);
  private static final double SHARED_AT_MOST = 0.5;

  private Candidates() {}

  /** Best first. */
  static List<Scored> of(List<Evidence> evidence, Instant now) {
    Map<UUID, List<Evidence>> byCustomer = new LinkedHashMap<>();
    evidence.forEach(
        e -> byCustomer.computeIfAbsent(e.customer(), c -> new ArrayList<>()).add(e));
    double all = byCustomer.values().stream().mapToDouble(own -> odds(own, now)).sum();
    return byCustomer.entrySet().stream()
        .map(entry -> new Scored(
            entry.getKey(),
            entry.getValue().get(0).name(),
            odds(entry.getValue(), now) / (1 + all),
            List.copyOf(entry.getValue())))
        .sorted(
            Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::customer))
        .toList();
  }

  private static double odds(List<Evidence> own, Instant now) {
    double handles = 1;
    double context = 1;
    for (Evidence evidence : own) {
      double strength = strength(evidence);
      handles *= 1 + strength / (1 - strength);
      context = Math.max(context, context(evidence, now));
    }
    return (handles - 1) * context;
  }

  /** How sure one handle alone makes us, when nobody else has it. */
  static double strength(Evidence evidence) {
    if (evidence.block()) {
      // many people call from it, but they all call for that company
      return 0.8;
    }
    double strength = strength(evidence.by(), evidence.verified());
    return evidence.shared() ? Math.min(strength, SHARED_AT_MOST) : strength;
  }

  private static double strength(HandleKind kind, boolean verified) {
    return switch (kind) {
      case CUSTOMER_NUMBER, EXTERNAL -> verified ? 0.99 : 0.97;
      case EMAIL -> verified ? 0.97 : 0.92;
      case PHONE -> verified ? 0.96 : 0.9;
      case COOKIE -> verified ? 0.9 : 0.6;
      case DEVICE -> verified ? 0.7 : 0.4;
    };
  }

  private static double context(Evidence evidence, Instant now) {
    double context = 1 + 2.0 * Math.min(evidence.chosen(), 3);
    context *= 1 + Math.log(1 + evidence.contacts()) / Math.log(2) / 2;
    context *=
        evidence.lastContactAt().filter(at -> at.isAfter(now.minus(LATELY))).isPresent() ? 1.3 : 1;
    context *= evidence.openTickets() > 0 ? 1.5 : 1;
    context *= evidence.parcelTrouble() ? 1.8 : 1;
    context *= evidence.abandonedCheckoutAt().isPresent() ? 1.8 : 1;
    return context;
  }
}
