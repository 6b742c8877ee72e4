package shopbell.insight;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shopbell.insight.Trail.Step;
import shopbell.model.Severity;

/** What went wrong where nobody of ours was present: on the web, in the app. */
final class WebFriction {
  private static final int AGAIN_AND_AGAIN = 3;
  private static final Duration FRESH = Duration.ofHours(24);

  private WebFriction() {}

  /** The same step, three times or more in one visit; looking at things again is no friction. */
  static Optional<Finding> triedAgain(Trail trail) {
    return trail.lately().stream()
        .filter(step -> step.act().strives())
        .filter(step -> same(trail, step).size() >= AGAIN_AND_AGAIN)
        .findFirst()
        .map(step -> finding(
            "tried-again", trail, step, same(trail, step), same(trail, step).size()));
  }

  private static List<Step> same(Trail trail, Step step) {
    return trail.visit(step).stream().filter(s -> s.name().equals(step.name())).toList();
  }

  /** Left on the way: said so by its sender, or begun and not done in a visit that is over. Buying afterwards heals it. */
  static Optional<Finding> abandoned(Trail trail) {
    return trail.lately().stream()
        .filter(step -> step.act() == Act.ABANDON || leftOpen(trail, step))
        .filter(step -> !healed(trail, step))
        .findFirst()
        .map(step -> finding("abandoned", trail, step, List.of(step), 1));
  }

  /** Begun, and the visit has ended without the end of it. */
  static boolean leftOpen(Trail trail, Step step) {
    // the order counts: few steps begin something, and to look for the others of a visit takes a
    // while
    return step.act() == Act.START && over(trail, step) && !ended(trail, step);
  }

  private static boolean over(Trail trail, Step step) {
    return trail.visit(step).get(0).at().plus(Sessions.GAP).isBefore(trail.now());
  }

  /** Done, or said to be left by its sender: that step counts then. */
  private static boolean ended(Trail trail, Step step) {
    return after(trail, step).anyMatch(s -> s.act() == Act.DONE || s.act() == Act.ABANDON);
  }

  private static boolean done(Trail trail, Step step) {
    return after(trail, step).anyMatch(s -> s.act() == Act.DONE);
  }

  private static Stream<Step> after(Trail trail, Step step) {
    return trail.steps().stream()
        .filter(s -> !s.at().isBefore(step.at()) && stem(s).equals(stem(step)));
  }

  private static boolean healed(Trail trail, Step step) {
    return done(trail, step)
        || trail.orders().stream()
            .anyMatch(at -> !at.isBefore(step.at()) && !at.isAfter(step.at().plus(FRESH)));
  }

  private static String stem(Step step) {
    int dot = step.name().lastIndexOf('.');
    return dot < 0 ? step.name() : step.name().substring(0, dot);
  }

  /** Something answered with an error; the newest, and how many there were. */
  static Optional<Finding> errorPage(Trail trail) {
    List<Step> errors =
        trail.lately().stream().filter(step -> step.act() == Act.ERROR).toList();
    return errors.stream()
        .findFirst()
        .map(step -> finding("error-page", trail, step, errors, errors.size()));
  }

  private static Finding finding(String kind, Trail trail, Step step, List<Step> all, int count) {
    Duration ago = Duration.between(step.at(), trail.now());
    return new Finding(
        kind,
        step.at(),
        ago.compareTo(FRESH) <= 0 ? Severity.WARNING : Severity.INFO,
        all.stream().map(Step::id).toList(),
        List.of(step.names(), step.text(), ago, count));
  }
}
