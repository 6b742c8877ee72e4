package shopbell.interaction;

import java.util.List;
import java.util.Optional;
import shopbell.metrics.Meters;
import shopbell.model.Agent;
import shopbell.model.Role;
import shopbell.model.card.Card;
import shopbell.model.interaction.InteractionState;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.security.UserDirectory;

/** Finds the agents an interaction is for, whatever names its sender uses for them. */
public record Recipients(UserDirectory directory, Meters meters) {
  /** {@code trackedInteraction} with the names by which its agents sign in here. */
  public TrackedInteraction named(TrackedInteraction trackedInteraction) {
    List<String> sent = trackedInteraction.interaction().agents();
    List<String> names = directory.names(sent);
    if (!sent.isEmpty() && names.stream().noneMatch(name -> directory.find(name).isPresent())) {
      meters.nobodyThere(trackedInteraction.interaction().door());
    }
    return trackedInteraction.with(trackedInteraction.interaction().withAgents(names));
  }

  /** {@code card} with the names by which agents sign in here. */
  public Card named(Card card) {
    return card.named(sent -> directory.name(sent).orElse(sent));
  }

  /** Whether it rang or is for {@code agent}, or waits for any agent; a supervisor may touch any. */
  public boolean concerns(Agent agent, TrackedInteraction trackedInteraction) {
    if (agent.role() != Role.AGENT
        || directory.names(trackedInteraction.rung()).contains(agent.name())
        || directory.names(trackedInteraction.interaction().agents()).contains(agent.name())) {
      return true;
    }
    Optional<String> queue = trackedInteraction.interaction().queue();
    boolean own =
        agent.queues().isEmpty() || queue.filter(agent.queues()::contains).isPresent();
    return trackedInteraction.interaction().state() == InteractionState.QUEUED
        && trackedInteraction.interaction().agents().isEmpty()
        && own;
  }
}
