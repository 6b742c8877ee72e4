package shopbell.model;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where an interaction stands after its steps, taken in the sender's time order; not thread-safe, used once. */
final class Fold {
  final Set<String> rung = new LinkedHashSet<>();
  private final Set<String> agents = new LinkedHashSet<>();
  private State state = State.QUEUED;
  private Optional<String> queue = Optional.empty();
  private Optional<Instant> answeredAt = Optional.empty();
  private Optional<Instant> endedAt = Optional.empty();
  private Optional<Cause> cause = Optional.empty();

  private Fold() {}

  static Fold of(List<Course.Taken> steps) {
    Fold fold = new Fold();
    steps.forEach(fold::take);
    return fold;
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
        interaction.messages());
  }

  private void take(Course.Taken taken) {
    queue = taken.queue().or(() -> queue);
    switch (taken.step()) {
      case QUEUED -> {}
      case RINGING -> ring(taken.agents());
      case WITHDRAWN -> withdraw(taken.agents());
      case ANSWERED -> answer(taken);
      case HELD -> state = state == State.ACTIVE ? State.HELD : state;
      case RESUMED -> state = state == State.HELD ? State.ACTIVE : state;
      case TRANSFERRED -> transfer(taken);
      case ENDED -> end(taken.at(), taken.cause());
    }
  }

  private void ring(List<String> more) {
    rung.addAll(more);
    if (state.compareTo(State.RINGING) <= 0) {
      agents.addAll(more);
      state = State.RINGING;
    }
  }

  private void withdraw(List<String> fewer) {
    if (state != State.RINGING) {
      return;
    }
    fewer.forEach(agents::remove);
    // nobody is rung any more: it waits again, which is the truth and not a step back
    state = agents.isEmpty() ? State.QUEUED : State.RINGING;
  }

  private void answer(Course.Taken taken) {
    answeredAt = answeredAt.or(() -> Optional.of(taken.at()));
    if (endedAt.isPresent()) {
      return;
    }
    if (!taken.agents().isEmpty()) {
      if (state.compareTo(State.RINGING) <= 0) {
        agents.clear();
      }
      agents.addAll(taken.agents());
      rung.addAll(taken.agents());
    }
    state = state == State.HELD ? State.HELD : State.ACTIVE;
  }

  /** To other agents: it rings again, there. To nobody we know: it goes on as another interaction. */
  private void transfer(Course.Taken taken) {
    if (endedAt.isPresent()) {
      return;
    }
    if (taken.agents().isEmpty()) {
      end(taken.at(), Optional.of(Cause.TRANSFERRED));
      return;
    }
    agents.clear();
    agents.addAll(taken.agents());
    rung.addAll(taken.agents());
    state = State.RINGING;
  }

  private void end(Instant at, Optional<Cause> why) {
    if (endedAt.isPresent()) {
      return;
    }
    endedAt = Optional.of(at);
    Cause told = why.orElse(answeredAt.isPresent() ? Cause.COMPLETED : Cause.ABANDONED);
    cause = Optional.of(told);
    boolean talked = answeredAt.isPresent() && !agents.isEmpty();
    state = talked && told != Cause.VOICEMAIL ? State.WRAP_UP : State.CLOSED;
  }
}
