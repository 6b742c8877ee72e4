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
  /** {@code tracked} with the names by which its agents sign in here. */
  public TrackedInteraction named(TrackedInteraction tracked) {
    List<String> sent = tracked.interaction().agents();
    List<String> names = directory.names(sent);
    if (!sent.isEmpty() && names.stream().noneMatch(name -> directory.find(name).isPresent())) {
      meters.nobodyThere(tracked.interaction().door());
    }
    return tracked.with(tracked.interaction().withAgents(names));
  }

  /** {@code card} with the names by which agents sign in here. */
  public Card named(Card card) {
    return card.named(sent -> directory.name(sent).orElse(sent));
  }

  /** Whether it rang or is for {@code agent}, or waits for any agent; a supervisor may touch any. */
  public boolean concerns(Agent agent, TrackedInteraction tracked) {
    if (agent.role() != Role.AGENT
        || directory.names(tracked.rung()).contains(agent.name())
        || directory.names(tracked.interaction().agents()).contains(agent.name())) {
      return true;
    }
    Optional<String> queue = tracked.interaction().queue();
    boolean own =
        agent.queues().isEmpty() || queue.filter(agent.queues()::contains).isPresent();
    return tracked.interaction().state() == InteractionState.QUEUED
        && tracked.interaction().agents().isEmpty()
        && own;
  }
}
