package shopbell.desk;

import java.util.Optional;
import java.util.Set;
import shopbell.model.card.RemovalReason;
import shopbell.model.event.EndCause;
import shopbell.model.event.InteractionStep;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionState;
import shopbell.model.interaction.TrackedInteraction;

/** Why an interaction is removed from a desk, in the words of the contract. */
final class RemovalReasons {
  private static final Set<EndCause> UNSERVED = Set.of(EndCause.MISSED, EndCause.ABANDONED);

  private RemovalReasons() {}

  /** {@code tracked} as it is now, for an agent it is no longer shown to. */
  static RemovalReason of(TrackedInteraction tracked) {
    Interaction now = tracked.interaction();
    if (now.state() == InteractionState.CLOSED) {
      return closed(now);
    }
    if (now.state() == InteractionState.WRAP_UP
        && now.cause().filter(UNSERVED::contains).isPresent()) {
      // transferred and not picked up: another agent wraps it up
      return now.cause().equals(Optional.of(EndCause.MISSED))
          ? RemovalReason.MISSED
          : RemovalReason.ABANDONED;
    }
    boolean transferred =
        tracked.steps().stream().anyMatch(step -> step.step() == InteractionStep.TRANSFERRED);
    if (transferred) {
      return RemovalReason.TRANSFERRED;
    }
    boolean rings =
        now.state() == InteractionState.RINGING || now.state() == InteractionState.QUEUED;
    return rings ? RemovalReason.MISSED : RemovalReason.ANSWERED_ELSEWHERE;
  }

  private static RemovalReason closed(Interaction now) {
    if (now.answeredAt().isPresent()) {
      return now.cause().filter(c -> c == EndCause.TRANSFERRED).isPresent()
          ? RemovalReason.TRANSFERRED
          : RemovalReason.CLOSED;
    }
    return switch (now.cause().orElse(EndCause.ABANDONED)) {
      case ABANDONED -> RemovalReason.ABANDONED;
      case MISSED, REJECTED, VOICEMAIL -> RemovalReason.MISSED;
      case FORWARDED, TRANSFERRED -> RemovalReason.TRANSFERRED;
      case COMPLETED -> RemovalReason.CLOSED;
    };
  }
}
