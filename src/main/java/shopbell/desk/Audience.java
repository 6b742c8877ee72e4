package shopbell.desk;

import java.util.List;
import java.util.Optional;
import shopbell.model.Agent;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionState;

/** The agents an interaction is for: those it names, or while it waits, all agents of its queue. */
record Audience(List<String> named, Optional<String> queue) {
  static Audience of(Interaction interaction) {
    return new Audience(interaction.agents(), interaction.queue());
  }

  /** An agent without queues works in all of them. */
  boolean includes(Agent agent) {
    if (!named.isEmpty()) {
      return named.contains(agent.name());
    }
    return queue.isEmpty() || agent.queues().isEmpty() || agent.queues().contains(queue.get());
  }

  /** Closed interactions are on no desk. */
  static boolean open(Interaction interaction) {
    return interaction.state() != InteractionState.CLOSED;
  }
}
