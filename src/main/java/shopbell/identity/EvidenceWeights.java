package shopbell.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import shopbell.identity.HandleEvidence.Hold;
import shopbell.identity.HandleEvidence.Ties;
import shopbell.model.HandleKind;

/**
 * What each piece of evidence is worth, as odds against a stranger. Stated by hand, then set right on generated
 * telephony with other seeds than those the figures in docs/identity.md are measured on.
 */
final class EvidenceWeights {
  /** Silent for longer than this, a number may have been handed on: providers give it to somebody else. */
  static final Duration SILENT = Duration.ofDays(540);

  private static final Duration RESTS = Duration.ofDays(120);
  private static final Duration UNTRIED = Duration.ofDays(60);
  private static final Duration LATELY = Duration.ofDays(7);
  private static final double SHARED_AT_MOST = 1;
  private static final double BLOCK = 4;
  private static final double FOREIGN_HOLDER = 0.02;
  private static final double LONG_SILENT = 0.1;

  private EvidenceWeights() {}

  /** Of the handle alone, when one person has it and nobody has ever called. */
  static double ofKind(HandleEvidence handleEvidence) {
    Hold hold = handleEvidence.hold();
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
  static double ofHandle(HandleEvidence handleEvidence, List<HandleEvidence> all, Instant now) {
    Hold hold = handleEvidence.hold();
    double odds = ofKind(handleEvidence);
    // whoever called from it before calls again, as often as before: one count more than what was
    // seen
    odds *= 1 + hold.calls() + 2.0 * hold.chosen();
    if (handedOn(handleEvidence, all)) {
      return odds * FOREIGN_HOLDER;
    }
    return silent(handleEvidence, now) ? odds * LONG_SILENT : odds;
  }

  /** The number was handed on: somebody else has it since this customer fell silent. */
  static boolean handedOn(HandleEvidence handleEvidence, List<HandleEvidence> all) {
    Instant silence = handleEvidence.ties().activeAt().plus(SILENT.dividedBy(2));
    return !handleEvidence.hold().block()
        && all.stream()
            .filter(e -> !e.customer().equals(handleEvidence.customer()))
            .filter(e -> e.hold().by() == handleEvidence.hold().by())
            .filter(e -> e.hold().value().equals(handleEvidence.hold().value())
                && !e.hold().block())
            .anyMatch(e -> e.hold().firstSeen().isAfter(silence));
  }

  /** Nothing was heard of this customer for so long that the number may be somebody else's. */
  static boolean silent(HandleEvidence handleEvidence, Instant now) {
    boolean number =
        handleEvidence.hold().by() == HandleKind.PHONE && !handleEvidence.hold().verified();
    return number && handleEvidence.ties().activeAt().isBefore(now.minus(SILENT));
  }

  /**
   * Longer unused than a number rests before a provider gives it to somebody else: whoever used it before says little. Of
   * a customer who never called from it, the time since anything was heard, and sooner.
   */
  static boolean quiet(HandleEvidence handleEvidence, Instant now) {
    Duration patience = handleEvidence.hold().lastCallAt().isPresent() ? RESTS : UNTRIED;
    Instant used =
        handleEvidence.hold().lastCallAt().orElse(handleEvidence.ties().activeAt());
    return handleEvidence.hold().by() == HandleKind.PHONE
        && !handleEvidence.hold().block()
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
