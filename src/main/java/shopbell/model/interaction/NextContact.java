package shopbell.model.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shopbell.model.Channel;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionMessage;
import shopbell.model.event.InteractionStep;
import shopbell.model.event.MessageAuthor;
import shopbell.model.event.MessageChange;

/** The new interaction that begins when a sender reuses the id of an ended one. */
final class NextContact {
  private static final Set<Channel> THREADS =
      EnumSet.of(Channel.CHAT, Channel.MESSAGE, Channel.EMAIL);
  /** Steps that begin an interaction. */
  static final Set<InteractionStep> BEGINNINGS =
      EnumSet.of(InteractionStep.QUEUED, InteractionStep.RINGING);

  /** A beginning that is received so soon after an end without one has only been overtaken by it. */
  private static final Duration OVERTAKEN = Duration.ofSeconds(10);

  private NextContact() {}

  /** True only for an event that begins an interaction, later than the end of {@code before}. */
  static boolean begins(TrackedInteraction before, InteractionEvent event) {
    return BEGINNINGS.contains(event.step())
        && before.over().filter(end -> event.at().isAfter(end)).isPresent()
        && !EventFold.goesOn(before, event)
        && (begun(before) || before.over().get().plus(OVERTAKEN).isBefore(event.at()));
  }

  /** A customer's message in a closed chat begins a new one; a call's messages may be written after its end. */
  static boolean begins(TrackedInteraction before, InteractionMessage message) {
    return THREADS.contains(before.interaction().channel())
        && message.author() == MessageAuthor.CUSTOMER
        && message.change() == MessageChange.SENT
        && before.over().filter(end -> message.at().isAfter(end)).isPresent()
        && before.interaction().messages().stream()
            .noneMatch(known -> known.id().equals(message.messageId()));
  }

  private static boolean begun(TrackedInteraction tracked) {
    return tracked.steps().stream().anyMatch(taken -> taken.step() != InteractionStep.ENDED)
        || !tracked.interaction().messages().isEmpty();
  }

  /**
   * The interaction after {@code before}, which begins at {@code at} by the sender's clock and at {@code began} by a
   * plausible one; it has no steps. A chat is the same thread with the same customer; of a call only the id is the
   * same.
   */
  static TrackedInteraction after(
      TrackedInteraction before, Optional<Channel> told, Instant at, Instant began) {
    Interaction was = before.interaction();
    int earlier = before.reuse().map(IdReuse::earlier).orElse(0) + 1;
    Interaction blank = Interaction.blank(
        Interaction.id(before.first(), earlier),
        told.orElse(was.channel()),
        was.door(),
        was.senderId(),
        began);
    Optional<IdReuse> reuse =
        Optional.of(new IdReuse(before.first(), was.id(), earlier, before.over().orElse(at), at));
    return THREADS.contains(blank.channel())
        ? thread(blank.goingOn(was), before, reuse)
        : alone(blank, reuse);
  }

  private static TrackedInteraction alone(Interaction blank, Optional<IdReuse> reuse) {
    return new TrackedInteraction(
        blank,
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        0,
        reuse);
  }

  /** It waits in the queue of the one before until its sender reports more. */
  private static TrackedInteraction thread(
      Interaction chat, TrackedInteraction before, Optional<IdReuse> reuse) {
    TrackedInteraction.Taken waits = new TrackedInteraction.Taken(
        reuse.orElseThrow().since(),
        InteractionStep.QUEUED,
        List.of(),
        chat.queue(),
        Optional.empty());
    return new TrackedInteraction(
        chat,
        before.handles(),
        before.attributes(),
        List.of(),
        List.of(waits),
        before.customer(),
        Optional.empty(),
        0,
        reuse);
  }
}
