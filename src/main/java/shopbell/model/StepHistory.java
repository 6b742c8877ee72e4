package shopbell.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The steps of an interaction in the sender's time order, kept short: of a call that rings from agent to agent for half an hour the
 * rounds are dropped, and never an answer, a transfer or an end.
 */
final class StepHistory {
  static final int MOST = 200;
  private static final int KEPT = 150;
  private static final Set<Step> PASSING =
      EnumSet.of(Step.QUEUED, Step.RINGING, Step.WITHDRAWN, Step.HELD, Step.RESUMED);
  private static final Comparator<Course.Taken> ORDER =
      Comparator.comparing(Course.Taken::at).thenComparing(Course.Taken::step);

  private StepHistory() {}

  /** {@code steps} with one more in its place; the same step again changes nothing. */
  static List<Course.Taken> with(List<Course.Taken> steps, Course.Taken taken) {
    if (steps.contains(taken)) {
      return steps;
    }
    List<Course.Taken> more = new ArrayList<>(steps);
    more.add(taken);
    more.sort(ORDER);
    return more.size() > MOST ? shortened(more) : more;
  }

  /** What a later step of the same kind says again goes first, then the oldest of what only passes by. */
  private static List<Course.Taken> shortened(List<Course.Taken> steps) {
    List<Course.Taken> kept = new ArrayList<>();
    Set<Object> said = new HashSet<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      Course.Taken taken = steps.get(i);
      boolean again = !said.add(List.of(taken.step(), taken.agents(), taken.queue()));
      if (!again || !PASSING.contains(taken.step())) {
        kept.add(0, taken);
      }
    }
    dropOldest(kept, EnumSet.copyOf(PASSING));
    dropOldest(kept, EnumSet.of(Step.TRANSFERRED, Step.ANSWERED));
    return kept;
  }

  /** The first of all answers stays: it says since when the customer has been served. */
  private static void dropOldest(List<Course.Taken> steps, Set<Step> kinds) {
    boolean answered = false;
    for (int i = 0; i < steps.size() && steps.size() > KEPT; ) {
      Step step = steps.get(i).step();
      boolean first = step == Step.ANSWERED && !answered;
      answered |= step == Step.ANSWERED;
      if (kinds.contains(step) && !first && i < steps.size() - 1) {
        steps.remove(i);
      } else {
        i++;
      }
    }
  }
}
