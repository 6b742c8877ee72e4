package shopbell.model.interaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shopbell.model.event.InteractionStep;

/**
 * The steps of an interaction in the sender's time order, bounded: of a call that rings from agent to agent for half an
 * hour, ringing steps are dropped, and never an answer, a transfer or an end.
 */
final class StepHistory {
  static final int MOST = 200;
  private static final int KEPT = 150;
  private static final Set<InteractionStep> PASSING = EnumSet.of(
      InteractionStep.QUEUED,
      InteractionStep.RINGING,
      InteractionStep.WITHDRAWN,
      InteractionStep.HELD,
      InteractionStep.RESUMED);
  private static final Comparator<TrackedInteraction.Taken> ORDER = Comparator.comparing(
          TrackedInteraction.Taken::at)
      .thenComparing(TrackedInteraction.Taken::step);

  private StepHistory() {}

  /** {@code steps} with one more in its place; a repeated step changes nothing. */
  static List<TrackedInteraction.Taken> with(
      List<TrackedInteraction.Taken> steps, TrackedInteraction.Taken taken) {
    if (steps.contains(taken)) {
      return steps;
    }
    List<TrackedInteraction.Taken> more = new ArrayList<>(steps);
    more.add(taken);
    more.sort(ORDER);
    return more.size() > MOST ? shortened(more) : more;
  }

  /** Drops steps that a later step of the same kind repeats first, then the oldest transient ones. */
  private static List<TrackedInteraction.Taken> shortened(List<TrackedInteraction.Taken> steps) {
    List<TrackedInteraction.Taken> kept = new ArrayList<>();
    Set<Object> said = new HashSet<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      TrackedInteraction.Taken taken = steps.get(i);
      boolean again = !said.add(List.of(taken.step(), taken.agents(), taken.queue()));
      if (!again || !PASSING.contains(taken.step())) {
        kept.add(0, taken);
      }
    }
    dropOldest(kept, EnumSet.copyOf(PASSING));
    dropOldest(kept, EnumSet.of(InteractionStep.TRANSFERRED, InteractionStep.ANSWERED));
    return kept;
  }

  /** Keeps the first answer: it is the time since which the customer has been served. */
  private static void dropOldest(List<TrackedInteraction.Taken> steps, Set<InteractionStep> kinds) {
    boolean answered = false;
    for (int i = 0; i < steps.size() && steps.size() > KEPT; ) {
      InteractionStep interactionStep = steps.get(i).step();
      boolean first = interactionStep == InteractionStep.ANSWERED && !answered;
      answered |= interactionStep == InteractionStep.ANSWERED;
      if (kinds.contains(interactionStep) && !first && i < steps.size() - 1) {
        steps.remove(i);
      } else {
        i++;
      }
    }
  }
}
