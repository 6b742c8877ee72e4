package shopbell.model;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where an interaction stands after its steps, taken in the sender's time order; not thread-safe, used once. */
final class Fold {
  /** So ends what rang at one agent and may ring at the next. */
  static final Set<Cause> ONE_TRY = EnumSet.of(Cause.MISSED, Cause.REJECTED, Cause.FORWARDED);

  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  final Set<String> rung = new LinkedHashSet<>();
  private final Set<String> agents = new LinkedHashSet<>();

  /** Agents who talk to the customer or did so last; they wrap up where nobody after them has picked up. */
  private final Set<String> talkers = new LinkedHashSet<>();

  /** Talkers who have put down while the customer goes on. */
  private final Set<String> left = new LinkedHashSet<>();

  private State state = State.QUEUED;
  private Optional<String> queue = Optional.empty();
  private Optional<Instant> answeredAt = Optional.empty();
  private Optional<Instant> endedAt = Optional.empty();
  private Optional<Cause> cause = Optional.empty();
  private Optional<Handover> handover = Optional.empty();

  private int transfers;

  /** Whether somebody talked with the customer when it ended. */
  private boolean served;

  private Fold() {}

  static Fold of(List<Course.Taken> steps) {
    Fold fold = new Fold();
    steps.forEach(fold::take);
    return fold;
  }

  /**
   * Whether with {@code event} a contact goes on that seemed over: nobody picked up, and at once it rings somewhere else. What ended
   * was one try of a group or one leg.
   */
  static boolean goesOn(Course course, InteractionEvent event) {
    return course.wrappedUpAt().isEmpty() && of(course.steps()).goesOn(event.at());
  }

  private boolean goesOn(Instant at) {
    return !served
        && cause.filter(ONE_TRY::contains).isPresent()
        && endedAt.filter(end -> !at.isAfter(end.plus(AT_ONCE))).isPresent();
  }

  /** The last agent who handed the customer on within this interaction, once somebody else is to take over. */
  Optional<Handover> handover() {
    return handover;
  }

  /** How often an agent who talked has handed the customer on; a call that only rings elsewhere has not been handed on. */
  int transfers() {
    return transfers;
  }

  /** {@code interaction} as the steps leave it; {@code closed} when the agent is done with it. */
  Interaction onto(Interaction interaction, boolean closed) {
    return new Interaction(
        interaction.id(),
        interaction.channel(),
        interaction.direction(),
        closed ? State.CLOSED : state,
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

  private void take(Course.Taken taken) {
    queue = taken.queue().or(() -> queue);
    switch (taken.step()) {
      case QUEUED -> goOn(taken.at());
      case RINGING -> {
        goOn(taken.at());
        ring(taken.agents());
      }
      case WITHDRAWN -> withdraw(taken);
      case ANSWERED -> answer(taken);
      case HELD -> state = state == State.ACTIVE ? State.HELD : state;
      case RESUMED -> resume();
      case TRANSFERRED -> transfer(taken);
      case ENDED -> end(taken.at(), taken.cause());
    }
  }

  /** One of a group has picked up after another's leg has ended: had it been the call, it would have ended as talked. */
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
    state = State.QUEUED;
  }

  /** Who is rung while the customer is on hold is being consulted, and sees the card too. */
  private void ring(List<String> more) {
    rung.addAll(more);
    if (state.compareTo(State.RINGING) <= 0) {
      agents.addAll(more);
      state = State.RINGING;
    } else if (state == State.HELD) {
      agents.addAll(more);
    }
  }

  private void withdraw(Course.Taken taken) {
    List<String> fewer = taken.agents();
    if (state == State.ACTIVE || state == State.HELD) {
      putDown(taken);
      return;
    }
    if (state != State.RINGING) {
      return;
    }
    fewer.forEach(agents::remove);
    // nobody is rung any more: it waits again, which is the truth and not a step back
    state = agents.isEmpty() ? State.QUEUED : State.RINGING;
  }

  /**
   * The last one who puts down stays until somebody takes over or the end is told. Where another one talks who has come later, the
   * customer was handed on to that one.
   */
  private void putDown(Course.Taken taken) {
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

  private void answer(Course.Taken taken) {
    goOnAnswered();
    answeredAt = answeredAt.or(() -> Optional.of(taken.at()));
    if (endedAt.isPresent()) {
      return;
    }
    if (!taken.agents().isEmpty()) {
      if (state.compareTo(State.RINGING) <= 0) {
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
    state = state == State.HELD ? State.HELD : State.ACTIVE;
  }

  /** A consulted agent who has not picked up is out of it again. */
  private void resume() {
    if (state == State.HELD) {
      state = State.ACTIVE;
      if (agents.stream().anyMatch(talkers::contains)) {
        agents.retainAll(talkers);
      }
    }
  }

  /**
   * To other agents: it rings there, or goes on there where they talk already. To a queue: it waits again. To nobody we know: it
   * ends here.
   */
  private void transfer(Course.Taken taken) {
    if (endedAt.isPresent()) {
      return;
    }
    if (taken.agents().isEmpty() && taken.queue().isEmpty()) {
      end(taken.at(), Optional.of(Cause.TRANSFERRED));
      return;
    }
    boolean consulted = taken.agents().stream().anyMatch(talkers::contains);
    if (state == State.ACTIVE || state == State.HELD) {
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
      state = State.ACTIVE;
    } else {
      state = agents.isEmpty() ? State.QUEUED : State.RINGING;
    }
  }

  private void end(Instant at, Optional<Cause> why) {
    // the mailbox that takes it at once says more than that nobody picked up
    boolean mailbox = why.filter(Cause.VOICEMAIL::equals).isPresent() && goesOn(at);
    if (endedAt.isPresent() && !mailbox) {
      return;
    }
    endedAt = Optional.of(at);
    boolean handedOn = !talkers.isEmpty() && state.compareTo(State.RINGING) <= 0;
    Cause told =
        why.filter(c -> !handedOn || c != Cause.COMPLETED).orElseGet(() -> untold(handedOn));
    cause = Optional.of(told);
    if (handedOn) {
      // nobody has picked up there: whoever talked last wraps up
      agents.clear();
      agents.addAll(talkers);
    } else if (!talkers.isEmpty()) {
      agents.retainAll(talkers);
    }
    served = answeredAt.isPresent() && !handedOn;
    boolean talked = answeredAt.isPresent() && !agents.isEmpty();
    state = talked && told != Cause.VOICEMAIL ? State.WRAP_UP : State.CLOSED;
  }

  /** Without a word of the sender: an agent to whom the call was handed did not pick up, or the customer gave up or was done. */
  private Cause untold(boolean handedOn) {
    if (handedOn && state == State.RINGING) {
      return Cause.MISSED;
    }
    return handedOn || answeredAt.isEmpty() ? Cause.ABANDONED : Cause.COMPLETED;
  }
}
