package shopbell.desk;

import java.util.Optional;
import java.util.Set;
import shopbell.model.Cause;
import shopbell.model.Course;
import shopbell.model.GoneReason;
import shopbell.model.Interaction;
import shopbell.model.State;
import shopbell.model.Step;

/** Why an interaction leaves a desk, in the words of the contract. */
final class Leaving {
  private static final Set<Cause> UNSERVED = Set.of(Cause.MISSED, Cause.ABANDONED);

  private Leaving() {}

  /** {@code course} as it is now, for an agent it was shown to before and is not any more. */
  static GoneReason of(Course course) {
    Interaction now = course.interaction();
    if (now.state() == State.CLOSED) {
      return closed(now);
    }
    if (now.state() == State.WRAP_UP && now.cause().filter(UNSERVED::contains).isPresent()) {
      // handed on and not picked up: it is another agent's to wrap up
      return now.cause().equals(Optional.of(Cause.MISSED))
          ? GoneReason.MISSED
          : GoneReason.ABANDONED;
    }
    boolean transferred = course.steps().stream().anyMatch(step -> step.step() == Step.TRANSFERRED);
    if (transferred) {
      return GoneReason.TRANSFERRED;
    }
    boolean rings = now.state() == State.RINGING || now.state() == State.QUEUED;
    return rings ? GoneReason.MISSED : GoneReason.ANSWERED_ELSEWHERE;
  }

  private static GoneReason closed(Interaction now) {
    if (now.answeredAt().isPresent()) {
      return now.cause().filter(c -> c == Cause.TRANSFERRED).isPresent()
          ? GoneReason.TRANSFERRED
          : GoneReason.CLOSED;
    }
    return switch (now.cause().orElse(Cause.ABANDONED)) {
      case ABANDONED -> GoneReason.ABANDONED;
      case MISSED, REJECTED, VOICEMAIL -> GoneReason.MISSED;
      case FORWARDED, TRANSFERRED -> GoneReason.TRANSFERRED;
      case COMPLETED -> GoneReason.CLOSED;
    };
  }
}
