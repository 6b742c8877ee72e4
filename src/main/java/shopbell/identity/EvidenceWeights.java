package shopbell.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import shopbell.identity.HandleEvidence.Hold;
import shopbell.identity.HandleEvidence.Ties;
import shopbell.model.HandleKind;

/**
 * The weight of each piece of evidence, as odds against a stranger. Estimated by hand, then tuned on generated
 * telephony with other seeds than those used for the figures in docs/identity.md.
 */
final class EvidenceWeights {
  /** After this long without activity, the number may have been reassigned to another customer by its provider. */
  static final Duration SILENT = Duration.ofDays(540);

  private static final Duration RESTS = Duration.ofDays(120);
  private static final Duration UNTRIED = Duration.ofDays(60);
  private static final Duration LATELY = Duration.ofDays(7);
  private static final double SHARED_AT_MOST = 1;
  private static final double BLOCK = 4;
  private static final double FOREIGN_HOLDER = 0.02;
  private static final double LONG_SILENT = 0.1;

  private EvidenceWeights() {}

  /** The odds of the handle alone, when one person has it and there are no earlier calls. */
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

  /** The odds including earlier calls from it, agents' choices, and whether the number was reassigned. */
  static double ofHandle(HandleEvidence handleEvidence, List<HandleEvidence> all, Instant now) {
    Hold hold = handleEvidence.hold();
    double odds = ofKind(handleEvidence);
    // add-one smoothing: a customer who called from it before is expected to call as often again
    odds *= 1 + hold.calls() + 2.0 * hold.chosen();
    if (handedOn(handleEvidence, all)) {
      return odds * FOREIGN_HOLDER;
    }
    return silent(handleEvidence, now) ? odds * LONG_SILENT : odds;
  }

  /** The number was reassigned: another customer got it after this one became inactive. */
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

  /** This customer was inactive for so long that the number may have been reassigned. */
  static boolean silent(HandleEvidence handleEvidence, Instant now) {
    boolean number =
        handleEvidence.hold().by() == HandleKind.PHONE && !handleEvidence.hold().verified();
    return number && handleEvidence.ties().activeAt().isBefore(now.minus(SILENT));
  }

  /**
   * Unused for longer than a provider keeps a number free before reassigning it, so earlier use is weak evidence. For a
   * customer who never called from it, the time since any activity counts, with a shorter limit.
   */
  static boolean quiet(HandleEvidence handleEvidence, Instant now) {
    Duration patience = handleEvidence.hold().lastCallAt().isPresent() ? RESTS : UNTRIED;
    Instant used =
        handleEvidence.hold().lastCallAt().orElse(handleEvidence.ties().activeAt());
    return handleEvidence.hold().by() == HandleKind.PHONE
        && !handleEvidence.hold().block()
        && used.isBefore(now.minus(patience));
  }

  /** The factor by which recent activity makes a contact of this customer likely now. */
  static double ofTies(Ties ties, Instant now) {
    double odds = 1 + Math.log(1 + ties.contacts()) / Math.log(2) / 5;
    odds *= ties.lastContactAt().filter(at -> at.isAfter(now.minus(LATELY))).isPresent() ? 1.5 : 1;
    odds *= ties.openTickets() > 0 ? 3 : 1;
    odds *= ties.parcelToday() ? 4 : ties.parcelTrouble() ? 2 : 1;
    odds *= ties.abandonedCheckoutAt().isPresent() ? 3 : 1;
    return odds;
  }
}
