package shopbell.insight;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shopbell.insight.RecentActivity.Step;
import shopbell.model.Severity;

/** Friction without an agent: on the web, in the app. */
final class WebFriction {
  private static final int AGAIN_AND_AGAIN = 3;
  private static final Duration FRESH = Duration.ofHours(24);

  private WebFriction() {}

  /** The same step, three times or more in one visit; looking at the same page again does not count. */
  static Optional<FrictionFinding> triedAgain(RecentActivity recentActivity) {
    return recentActivity.lately().stream()
        .filter(step -> step.act().strives())
        .filter(step -> same(recentActivity, step).size() >= AGAIN_AND_AGAIN)
        .findFirst()
        .map(step -> finding(
            "tried-again",
            recentActivity,
            step,
            same(recentActivity, step),
            same(recentActivity, step).size()));
  }

  private static List<Step> same(RecentActivity recentActivity, Step step) {
    return recentActivity.visit(step).stream()
        .filter(s -> s.name().equals(step.name()))
        .toList();
  }

  /**
   * Abandoned: reported so by its sender, or begun and not completed in a visit that is over. A later purchase cancels
   * it.
   */
  static Optional<FrictionFinding> abandoned(RecentActivity recentActivity) {
    return recentActivity.lately().stream()
        .filter(step -> step.act() == StepMeaning.ABANDON || leftOpen(recentActivity, step))
        .filter(step -> !healed(recentActivity, step))
        .findFirst()
        .map(step -> finding("abandoned", recentActivity, step, List.of(step), 1));
  }

  /** Begun, and the visit has ended without its completion. */
  static boolean leftOpen(RecentActivity recentActivity, Step step) {
    // cheap checks first: few steps begin something, and searching the visit for the others is slow
    return step.act() == StepMeaning.START
        && over(recentActivity, step)
        && !ended(recentActivity, step);
  }

  private static boolean over(RecentActivity recentActivity, Step step) {
    return recentActivity
        .visit(step)
        .get(0)
        .at()
        .plus(VisitSessions.GAP)
        .isBefore(recentActivity.now());
  }

  /** Completed, or reported as abandoned: that step counts then. */
  private static boolean ended(RecentActivity recentActivity, Step step) {
    return after(recentActivity, step)
        .anyMatch(s -> s.act() == StepMeaning.DONE || s.act() == StepMeaning.ABANDON);
  }

  private static boolean done(RecentActivity recentActivity, Step step) {
    return after(recentActivity, step).anyMatch(s -> s.act() == StepMeaning.DONE);
  }

  private static Stream<Step> after(RecentActivity recentActivity, Step step) {
    return recentActivity.steps().stream()
        .filter(s -> !s.at().isBefore(step.at()) && stem(s).equals(stem(step)));
  }

  private static boolean healed(RecentActivity recentActivity, Step step) {
    return done(recentActivity, step)
        || recentActivity.orders().stream()
            .anyMatch(at -> !at.isBefore(step.at()) && !at.isAfter(step.at().plus(FRESH)));
  }

  private static String stem(Step step) {
    int dot = step.name().lastIndexOf('.');
    return dot < 0 ? step.name() : step.name().substring(0, dot);
  }

  /** An error response; the newest, and how many there were. */
  static Optional<FrictionFinding> errorPage(RecentActivity recentActivity) {
    List<Step> errors = recentActivity.lately().stream()
        .filter(step -> step.act() == StepMeaning.ERROR)
        .toList();
    return errors.stream()
        .findFirst()
        .map(step -> finding("error-page", recentActivity, step, errors, errors.size()));
  }

  private static FrictionFinding finding(
      String kind, RecentActivity recentActivity, Step step, List<Step> all, int count) {
    Duration ago = Duration.between(step.at(), recentActivity.now());
    return new FrictionFinding(
        kind,
        step.at(),
        ago.compareTo(FRESH) <= 0 ? Severity.WARNING : Severity.INFO,
        all.stream().map(Step::id).toList(),
        List.of(step.names(), step.text(), ago, count));
  }
}
