package shopbell.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.customer.PromiseStore;
import shopbell.http.JsonResponses;
import shopbell.http.RequestParameters;
import shopbell.interaction.AgentActions;
import shopbell.interaction.InteractionNotes;
import shopbell.model.Agent;
import shopbell.model.ContractWord;
import shopbell.model.Rejected;
import shopbell.security.AccessEntry;
import shopbell.security.Principal;

/** Calls to list open promises, for the empty desk, and to mark one as kept. */
public final class PromiseApi {
  private final PromiseStore promiseStore;
  private final InteractionNotes interactionNotes;
  private final AgentActions agentActions;
  private final AssignmentCheck own;
  private final AccessLogger looks;

  public PromiseApi(
      PromiseStore promiseStore,
      InteractionNotes interactionNotes,
      AgentActions agentActions,
      AssignmentCheck own,
      AccessLogger looks) {
    this.promiseStore = promiseStore;
    this.interactionNotes = interactionNotes;
    this.agentActions = agentActions;
    this.own = own;
    this.looks = looks;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.get("/promises").handler(this::list);
    api.post("/promises/:id/kept").handler(this::kept);
  }

  private void kept(RoutingContext ctx) {
    Agent agent = Principal.of(ctx).person();
    UUID id = RequestParameters.id(ctx);
    own.promise(agent, id)
        .compose(mine -> interactionNotes.kept(id, looks.clock().instant()))
        .onFailure(ctx::fail)
        .onSuccess(customer -> {
          agentActions.customerChanged(customer);
          JsonResponses.nothing(ctx);
        });
  }

  private void list(RoutingContext ctx) {
    PromiseStore.Which which = RequestParameters.parameter(ctx, "state")
        .map(PromiseApi::which)
        .orElse(PromiseStore.Which.OPEN);
    promiseStore
        .of(
            owner(ctx),
            which,
            RequestParameters.parameter(ctx, "before"),
            looks.clock().instant())
        .onFailure(ctx::fail)
        .onSuccess(page -> {
          looks.saw(ctx, AccessEntry.Why.PROMISES, Optional.empty());
          JsonResponses.json(ctx, 200, page);
        });
  }

  private static PromiseStore.Which which(String word) {
    try {
      return ContractWord.of(PromiseStore.Which.class, word);
    } catch (Rejected unknown) {
      throw Rejected.field("/state", unknown.getMessage());
    }
  }

  /** The user's own by {@code me} or by default; another user's only for supervisors. */
  private static PromiseStore.Owner owner(RoutingContext ctx) {
    Optional<String> asked =
        RequestParameters.parameter(ctx, "owner").filter(name -> !name.equals("me"));
    if (asked.isPresent()) {
      Principal.of(ctx).mustSupervise();
      return new PromiseStore.Owner(asked.get(), List.of(), false);
    }
    Agent me = Principal.of(ctx).person();
    return new PromiseStore.Owner(me.name(), me.queues(), me.queues().isEmpty());
  }
}
