package shopbell.model.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shopbell.model.event.EndCause;
import shopbell.model.event.InteractionEvent;

/** The state of an interaction after its steps, taken in the sender's time order; not thread-safe, used once. */
public final class EventFold {
  /** The causes that end an attempt at one agent, after which it may ring at the next. */
  public static final Set<EndCause> ONE_TRY =
      EnumSet.of(EndCause.MISSED, EndCause.REJECTED, EndCause.FORWARDED);

  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  final Set<String> rung = new LinkedHashSet<>();
  private final Set<String> agents = new LinkedHashSet<>();

  /** Agents who talk to the customer or did so last; they wrap up where no later agent has picked up. */
  private final Set<String> talkers = new LinkedHashSet<>();

  /** Talkers who have hung up while the call continues for the customer. */
  private final Set<String> left = new LinkedHashSet<>();

  private InteractionState interactionState = InteractionState.QUEUED;
  private Optional<String> queue = Optional.empty();
  private Optional<Instant> answeredAt = Optional.empty();
  private Optional<Instant> endedAt = Optional.empty();
  private Optional<EndCause> cause = Optional.empty();
  private Optional<Handover> handover = Optional.empty();

  private int transfers;

  /** Whether an agent was talking with the customer when it ended. */
  private boolean served;

  private EventFold() {}

  static EventFold of(List<TrackedInteraction.Taken> steps) {
    EventFold eventFold = new EventFold();
    steps.forEach(eventFold::take);
    return eventFold;
  }

  /**
   * Whether {@code event} continues an interaction that seemed to have ended: no agent picked up, and it immediately
   * rings elsewhere. What ended was one attempt of a ring group, or one leg.
   */
  static boolean goesOn(TrackedInteraction tracked, InteractionEvent event) {
    return tracked.wrappedUpAt().isEmpty() && of(tracked.steps()).goesOn(event.at());
  }

  private boolean goesOn(Instant at) {
    return !served
        && cause.filter(ONE_TRY::contains).isPresent()
        && endedAt.filter(end -> !at.isAfter(end.plus(AT_ONCE))).isPresent();
  }

  /** The last agent who transferred the customer within this interaction, once another agent is to take over. */
  Optional<Handover> handover() {
    return handover;
  }

  /**
   * How often an agent who talked has transferred the customer; a call that only rings elsewhere was not transferred.
   */
  int transfers() {
    return transfers;
  }

  /** {@code interaction} after all steps; {@code closed} when the agent is done with it. */
  Interaction onto(Interaction interaction, boolean closed) {
    return new Interaction(
        interaction.id(),
        interaction.channel(),
        interaction.direction(),
        closed ? InteractionState.CLOSED : interactionState,
        interaction.from(),
        interaction.to(),
        queue,
        List.copyOf(agents),
        interaction.door(),
        interaction.senderId(),
        interaction.parent(),
        interaction.arrivedAt(),
        answeredAt,
        endedAt,
        cause,
        interaction.messages(),
        interaction.messagesBefore(),
        interaction.displayName());
  }

  private void take(TrackedInteraction.Taken taken) {
    queue = taken.queue().or(() -> queue);
    switch (taken.step()) {
      case QUEUED -> goOn(taken.at());
      case RINGING -> {
        goOn(taken.at());
        ring(taken.agents());
      }
      case WITHDRAWN -> withdraw(taken);
      case ANSWERED -> answer(taken);
      case HELD ->
        interactionState =
            interactionState == InteractionState.ACTIVE ? InteractionState.HELD : interactionState;
      case RESUMED -> resume();
      case TRANSFERRED -> transfer(taken);
      case ENDED -> end(taken.at(), taken.cause());
    }
  }

  /**
   * One of a group has picked up after another's leg has ended: if that leg had been the call, it would have ended as
   * talked.
   */
  private void goOnAnswered() {
    if (answeredAt.isEmpty() && cause.filter(ONE_TRY::contains).isPresent()) {
      goOn();
    }
  }

  private void goOn(Instant at) {
    if (goesOn(at)) {
      goOn();
    }
  }

  private void goOn() {
    endedAt = Optional.empty();
    cause = Optional.empty();
    agents.clear();
    interactionState = InteractionState.QUEUED;
  }

  /** An agent rung while the customer is on hold is being consulted, and sees the card too. */
  private void ring(List<String> more) {
    rung.addAll(more);
    if (interactionState.compareTo(InteractionState.RINGING) <= 0) {
      agents.addAll(more);
      interactionState = InteractionState.RINGING;
    } else if (interactionState == InteractionState.HELD) {
      agents.addAll(more);
    }
  }

  private void withdraw(TrackedInteraction.Taken taken) {
    List<String> fewer = taken.agents();
    if (interactionState == InteractionState.ACTIVE || interactionState == InteractionState.HELD) {
      putDown(taken);
      return;
    }
    if (interactionState != InteractionState.RINGING) {
      return;
    }
    fewer.forEach(agents::remove);
    // no agent is rung any more: the interaction waits again, which is correct and not a step back
    interactionState = agents.isEmpty() ? InteractionState.QUEUED : InteractionState.RINGING;
  }

  /**
   * The last agent who hangs up stays until another agent takes over or the end is reported. Where an agent who joined
   * later still talks, the customer was transferred to that agent.
   */
  private void putDown(TrackedInteraction.Taken taken) {
    taken.agents().stream().filter(agents::contains).forEach(left::add);
    if (left.containsAll(agents)) {
      return;
    }
    Optional<String> first = talkers.stream().filter(agents::contains).findFirst();
    agents.removeAll(left);
    first
        .filter(taken.agents()::contains)
        .filter(agent -> agents.stream().anyMatch(talkers::contains))
        .ifPresent(agent -> handedOn(agent, taken.at()));
    talkers.removeAll(left);
  }

  private void handedOn(String agent, Instant at) {
    handover = Optional.of(new Handover(agent, at));
    transfers++;
  }

  private void answer(TrackedInteraction.Taken taken) {
    goOnAnswered();
    answeredAt = answeredAt.or(() -> Optional.of(taken.at()));
    if (endedAt.isPresent()) {
      return;
    }
    if (!taken.agents().isEmpty()) {
      if (interactionState.compareTo(InteractionState.RINGING) <= 0) {
        agents.clear();
        talkers.clear();
      }
      left.removeAll(taken.agents());
      agents.addAll(taken.agents());
      agents.removeAll(left);
      rung.addAll(taken.agents());
    }
    talkers.addAll(agents);
    talkers.removeAll(left);
    interactionState =
        interactionState == InteractionState.HELD ? InteractionState.HELD : InteractionState.ACTIVE;
  }

  /** A consulted agent who has not picked up is removed again. */
  private void resume() {
    if (interactionState == InteractionState.HELD) {
      interactionState = InteractionState.ACTIVE;
      if (agents.stream().anyMatch(talkers::contains)) {
        agents.retainAll(talkers);
      }
    }
  }

  /**
   * To other agents: it rings there, or continues where they already talk. To a queue: it waits again. To an unknown
   * target: it ends here.
   */
  private void transfer(TrackedInteraction.Taken taken) {
    if (endedAt.isPresent()) {
      return;
    }
    if (taken.agents().isEmpty() && taken.queue().isEmpty()) {
      end(taken.at(), Optional.of(EndCause.TRANSFERRED));
      return;
    }
    boolean consulted = taken.agents().stream().anyMatch(talkers::contains);
    if (interactionState == InteractionState.ACTIVE || interactionState == InteractionState.HELD) {
      transfers++;
    }
    handover = talkers.stream()
        .filter(agent -> !taken.agents().contains(agent))
        .reduce((first, last) -> last)
        .map(agent -> new Handover(agent, taken.at()))
        .or(() -> handover);
    agents.clear();
    agents.addAll(taken.agents());
    rung.addAll(taken.agents());
    left.clear();
    if (consulted) {
      talkers.retainAll(agents);
      agents.retainAll(talkers);
      interactionState = InteractionState.ACTIVE;
    } else {
      interactionState = agents.isEmpty() ? InteractionState.QUEUED : InteractionState.RINGING;
    }
  }

  private void end(Instant at, Optional<EndCause> why) {
    // voicemail answering at once is more specific than "not picked up"
    boolean mailbox = why.filter(EndCause.VOICEMAIL::equals).isPresent() && goesOn(at);
    if (endedAt.isPresent() && !mailbox) {
      return;
    }
    endedAt = Optional.of(at);
    boolean handedOn =
        !talkers.isEmpty() && interactionState.compareTo(InteractionState.RINGING) <= 0;
    EndCause told =
        why.filter(c -> !handedOn || c != EndCause.COMPLETED).orElseGet(() -> untold(handedOn));
    cause = Optional.of(told);
    if (handedOn) {
      // no agent has picked up there: the agent who talked last wraps up
      agents.clear();
      agents.addAll(talkers);
    } else if (!talkers.isEmpty()) {
      agents.retainAll(talkers);
    }
    served = answeredAt.isPresent() && !handedOn;
    boolean talked = answeredAt.isPresent() && !agents.isEmpty();
    interactionState =
        talked && told != EndCause.VOICEMAIL ? InteractionState.WRAP_UP : InteractionState.CLOSED;
  }

  /**
   * The cause where the sender gives none: the agent the call was transferred to did not pick up, or the customer gave
   * up or was done.
   */
  private EndCause untold(boolean handedOn) {
    if (handedOn && interactionState == InteractionState.RINGING) {
      return EndCause.MISSED;
    }
    return handedOn || answeredAt.isEmpty() ? EndCause.ABANDONED : EndCause.COMPLETED;
  }
}
