package shopbell.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import shopbell.identity.Evidence.Hold;
import shopbell.identity.Evidence.Ties;
import shopbell.model.HandleKind;

/**
 * What each piece of evidence is worth, as odds against a stranger. Stated by hand, then set right on generated
 * telephony with other seeds than those the figures in docs/identity.md are measured on.
 */
final class Odds {
  /** Silent for longer than this, a number may have been handed on: providers give it to somebody else. */
  static final Duration SILENT = Duration.ofDays(540);

  private static final Duration RESTS = Duration.ofDays(120);
  private static final Duration UNTRIED = Duration.ofDays(60);
  private static final Duration LATELY = Duration.ofDays(7);
  private static final double SHARED_AT_MOST = 1;
  private static final double BLOCK = 4;
  private static final double FOREIGN_HOLDER = 0.02;
  private static final double LONG_SILENT = 0.1;

  private Odds() {}

  /** Of the handle alone, when one person has it and nobody has ever called. */
  static double ofKind(Evidence evidence) {
    Hold hold = evidence.hold();
    if (hold.block()) {
      // many people call from it, but they all call for that company
      return BLOCK;
    }
    double odds = ofKind(hold.by(), hold.verified());
    return hold.shared() ? Math.min(odds, SHARED_AT_MOST) : odds;
  }

  private static double ofKind(HandleKind kind, boolean verified) {
    return switch (kind) {
      case CUSTOMER_NUMBER, EXTERNAL -> verified ? 5_000 : 200;
      case EMAIL -> verified ? 1_000 : 100;
      case PHONE -> verified ? 300 : 100;
      case COOKIE -> verified ? 20 : 1.5;
      case DEVICE -> verified ? 3 : 0.7;
    };
  }

  /** With who has called from it before, what agents chose, and whether the number was handed on. */
  static double ofHandle(Evidence evidence, List<Evidence> all, Instant now) {
    Hold hold = evidence.hold();
    double odds = ofKind(evidence);
    // whoever called from it before calls again, as often as before: one count more than what was
    // seen
    odds *= 1 + hold.calls() + 2.0 * hold.chosen();
    if (handedOn(evidence, all)) {
      return odds * FOREIGN_HOLDER;
    }
    return silent(evidence, now) ? odds * LONG_SILENT : odds;
  }

  /** The number was handed on: somebody else has it since this customer fell silent. */
  static boolean handedOn(Evidence evidence, List<Evidence> all) {
    Instant silence = evidence.ties().activeAt().plus(SILENT.dividedBy(2));
    return !evidence.hold().block()
        && all.stream()
            .filter(e -> !e.customer().equals(evidence.customer()))
            .filter(e -> e.hold().by() == evidence.hold().by())
            .filter(e ->
                e.hold().value().equals(evidence.hold().value()) && !e.hold().block())
            .anyMatch(e -> e.hold().firstSeen().isAfter(silence));
  }

  /** Nothing was heard of this customer for so long that the number may be somebody else's. */
  static boolean silent(Evidence evidence, Instant now) {
    boolean number =
        evidence.hold().by() == HandleKind.PHONE && !evidence.hold().verified();
    return number && evidence.ties().activeAt().isBefore(now.minus(SILENT));
  }

  /**
   * Longer unused than a number rests before a provider gives it to somebody else: whoever used it before says little. Of
   * a customer who never called from it, the time since anything was heard, and sooner.
   */
  static boolean quiet(Evidence evidence, Instant now) {
    Duration patience = evidence.hold().lastCallAt().isPresent() ? RESTS : UNTRIED;
    Instant used = evidence.hold().lastCallAt().orElse(evidence.ties().activeAt());
    return evidence.hold().by() == HandleKind.PHONE
        && !evidence.hold().block()
        && used.isBefore(now.minus(patience));
  }

  /** What makes a contact of this customer likely just now. */
  static double ofTies(Ties ties, Instant now) {
    double odds = 1 + Math.log(1 + ties.contacts()) / Math.log(2) / 5;
    odds *= ties.lastContactAt().filter(at -> at.isAfter(now.minus(LATELY))).isPresent() ? 1.5 : 1;
    odds *= ties.openTickets() > 0 ? 3 : 1;
    odds *= ties.parcelToday() ? 4 : ties.parcelTrouble() ? 2 : 1;
    odds *= ties.abandonedCheckoutAt().isPresent() ? 3 : 1;
    return odds;
  }
}
