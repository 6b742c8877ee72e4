package shopbell.api;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import shopbell.customer.MergeAdministration;
import shopbell.interaction.AgentActions;
import shopbell.interaction.AssignmentStore;
import shopbell.interaction.InteractionNotes;
import shopbell.model.Agent;
import shopbell.model.Rejected;
import shopbell.model.Role;
import shopbell.model.interaction.TrackedInteraction;

/**
 * Refuses an agent access to another agent's work: an agent may touch items of their own, items of their queues, and
 * items about a customer on their desk. Supervisors and administrators may touch all.
 */
public final class AssignmentCheck {
  private final AssignmentStore assignmentStore;
  private final InteractionNotes interactionNotes;
  private final AgentActions agentActions;
  private final Function<UUID, Set<UUID>> shown;
  private final InstantSource clock;

  /** {@code shown} are the interactions whose cards may name a customer here. */
  public AssignmentCheck(
      AssignmentStore assignmentStore,
      InteractionNotes interactionNotes,
      AgentActions agentActions,
      Function<UUID, Set<UUID>> shown,
      InstantSource clock) {
    this.assignmentStore = assignmentStore;
    this.interactionNotes = interactionNotes;
    this.agentActions = agentActions;
    this.shown = shown;
    this.clock = clock;
  }

  /** FORBIDDEN for another agent's promise to a customer who is not on the desk; NOT_FOUND when there is none. */
  Future<Void> promise(Agent agent, UUID promise) {
    return assignmentStore
        .owing(promise)
        .compose(owing -> agent.role() != Role.AGENT || own(agent, owing)
            ? Future.succeededFuture()
            : onDesk(agent, owing.customer()));
  }

  private static boolean own(Agent agent, AssignmentStore.Owing owing) {
    return owing.owner().filter(agent.name()::equals).isPresent()
        || owing
            .queue()
            .filter(queue -> agent.queues().isEmpty() || agent.queues().contains(queue))
            .isPresent();
  }

  private Future<Void> onDesk(Agent agent, UUID customer) {
    Set<UUID> named = shown.apply(customer).stream()
        .filter(id -> agentActions.customer(id).equals(Optional.of(customer)))
        .collect(Collectors.toSet());
    return assignmentStore.open(customer, named, clock.instant()).map(courses -> {
      if (courses.stream().noneMatch(tracked -> agentActions.concerns(agent, tracked))) {
        throw new Rejected(
            Rejected.Reason.FORBIDDEN,
            "This promise is a colleague's, and its customer is not on your desk. Its owner, the agents of its queue or"
                + " a supervisor can mark it as kept.");
      }
      return null;
    });
  }

  /** The interaction; FORBIDDEN when it is not on the agent's desk. */
  Future<TrackedInteraction> interaction(Agent agent, UUID interaction) {
    return interactionNotes.read(interaction, clock.instant()).map(tracked -> {
      if (!agentActions.concerns(agent, tracked)) {
        throw new Rejected(Rejected.Reason.FORBIDDEN, "This interaction is not on your desk.");
      }
      return tracked;
    });
  }

  /** FORBIDDEN for a link that another agent made in another agent's interaction. */
  Future<Void> link(Agent agent, MergeAdministration.Statement link) {
    if (agent.role() != Role.AGENT || link.actor().equals(agent.name())) {
      return Future.succeededFuture();
    }
    return link.interaction()
        .map(contact -> this.interaction(agent, contact)
            .<Void>mapEmpty()
            .recover(
                failure -> Future.failedFuture(failure instanceof Rejected ? another() : failure)))
        .orElseGet(() -> Future.failedFuture(another()));
  }

  private static Rejected another() {
    return new Rejected(
        Rejected.Reason.FORBIDDEN,
        "Another agent has stated this in a contact that is not on your desk. That agent or a supervisor can take it"
            + " back.");
  }
}
