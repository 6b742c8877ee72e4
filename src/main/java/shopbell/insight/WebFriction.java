package shopbell.insight;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shopbell.insight.RecentActivity.RecentStep;
import shopbell.model.Severity;

/** Friction without an agent: on the web, in the app. */
final class WebFriction {
  private static final int AGAIN_AND_AGAIN = 3;
  private static final Duration FRESH = Duration.ofHours(24);

  private WebFriction() {}

  /** The same step, three times or more in one visit; looking at the same page again does not count. */
  static Optional<FrictionFinding> triedAgain(RecentActivity recentActivity) {
    return recentActivity.lately().stream()
        .filter(recentStep -> recentStep.act().strives())
        .filter(recentStep -> same(recentActivity, recentStep).size() >= AGAIN_AND_AGAIN)
        .findFirst()
        .map(recentStep -> finding(
            "tried-again",
            recentActivity,
            recentStep,
            same(recentActivity, recentStep),
            same(recentActivity, recentStep).size()));
  }

  private static List<RecentStep> same(RecentActivity recentActivity, RecentStep recentStep) {
    return recentActivity.visit(recentStep).stream()
        .filter(s -> s.name().equals(recentStep.name()))
        .toList();
  }

  /**
   * Abandoned: reported so by its sender, or begun and not completed in a visit that is over. A later purchase cancels
   * it.
   */
  static Optional<FrictionFinding> abandoned(RecentActivity recentActivity) {
    return recentActivity.lately().stream()
        .filter(recentStep ->
            recentStep.act() == StepMeaning.ABANDON || leftOpen(recentActivity, recentStep))
        .filter(recentStep -> !healed(recentActivity, recentStep))
        .findFirst()
        .map(
            recentStep -> finding("abandoned", recentActivity, recentStep, List.of(recentStep), 1));
  }

  /** Begun, and the visit has ended without its completion. */
  static boolean leftOpen(RecentActivity recentActivity, RecentStep recentStep) {
    // cheap checks first: few steps begin something, and searching the visit for the others is slow
    return recentStep.act() == StepMeaning.START
        && over(recentActivity, recentStep)
        && !ended(recentActivity, recentStep);
  }

  private static boolean over(RecentActivity recentActivity, RecentStep recentStep) {
    return recentActivity
        .visit(recentStep)
        .get(0)
        .at()
        .plus(VisitSessions.GAP)
        .isBefore(recentActivity.now());
  }

  /** Completed, or reported as abandoned: that step counts then. */
  private static boolean ended(RecentActivity recentActivity, RecentStep recentStep) {
    return after(recentActivity, recentStep)
        .anyMatch(s -> s.act() == StepMeaning.DONE || s.act() == StepMeaning.ABANDON);
  }

  private static boolean done(RecentActivity recentActivity, RecentStep recentStep) {
    return after(recentActivity, recentStep).anyMatch(s -> s.act() == StepMeaning.DONE);
  }

  private static Stream<RecentStep> after(RecentActivity recentActivity, RecentStep recentStep) {
    return recentActivity.steps().stream()
        .filter(s -> !s.at().isBefore(recentStep.at()) && stem(s).equals(stem(recentStep)));
  }

  private static boolean healed(RecentActivity recentActivity, RecentStep recentStep) {
    return done(recentActivity, recentStep)
        || recentActivity.orders().stream()
            .anyMatch(at ->
                !at.isBefore(recentStep.at()) && !at.isAfter(recentStep.at().plus(FRESH)));
  }

  private static String stem(RecentStep recentStep) {
    int dot = recentStep.name().lastIndexOf('.');
    return dot < 0 ? recentStep.name() : recentStep.name().substring(0, dot);
  }

  /** An error response; the newest, and how many there were. */
  static Optional<FrictionFinding> errorPage(RecentActivity recentActivity) {
    List<RecentStep> errors = recentActivity.lately().stream()
        .filter(recentStep -> recentStep.act() == StepMeaning.ERROR)
        .toList();
    return errors.stream()
        .findFirst()
        .map(
            recentStep -> finding("error-page", recentActivity, recentStep, errors, errors.size()));
  }

  private static FrictionFinding finding(
      String kind,
      RecentActivity recentActivity,
      RecentStep recentStep,
      List<RecentStep> all,
      int count) {
    Duration ago = Duration.between(recentStep.at(), recentActivity.now());
    return new FrictionFinding(
        kind,
        recentStep.at(),
        ago.compareTo(FRESH) <= 0 ? Severity.WARNING : Severity.INFO,
        all.stream().map(RecentStep::id).toList(),
        List.of(recentStep.names(), recentStep.text(), ago, count));
  }
}
