package shopbell.api;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.http.JsonResponses;
import shopbell.http.RequestBody;
import shopbell.http.RequestParameters;
import shopbell.interaction.AgentActions;
import shopbell.interaction.InteractionNotes;
import shopbell.interaction.QueueRulesLookup;
import shopbell.json.JsonFields;
import shopbell.model.Agent;
import shopbell.model.Page;
import shopbell.model.Rejected;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.security.Principal;

/** Calls to wrap up several interactions at once, and to reopen one that was wrapped up too soon. */
public final class WrapUpApi {
  private static final int MOST = 50;
  private static final int LONGEST_NOTE = 10_000;

  private final InteractionNotes interactionNotes;
  private final AgentActions agentActions;
  private final QueueRulesLookup queueRulesLookup;
  private final InstantSource clock;

  public WrapUpApi(
      InteractionNotes interactionNotes,
      AgentActions agentActions,
      QueueRulesLookup queueRulesLookup,
      InstantSource clock) {
    this.interactionNotes = interactionNotes;
    this.agentActions = agentActions;
    this.queueRulesLookup = queueRulesLookup;
    this.clock = clock;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.post("/wrap-ups").handler(this::several);
    api.post("/interactions/:id/reopen").handler(this::reopen);
  }

  /** One of several wrap-ups. */
  private record Item(UUID interaction, InteractionNotes.Ending ending) {
    static Item of(JsonFields jsonFields) {
      return new Item(jsonFields.uuid("interaction"), WrapUpApi.ending(jsonFields));
    }
  }

  /** The result for one of them: {@code detail} says why it was not done. */
  record Outcome(UUID interaction, boolean done, Optional<String> detail) {}

  static InteractionNotes.Ending ending(JsonFields jsonFields) {
    return new InteractionNotes.Ending(
        jsonFields.optional("disposition", 100),
        jsonFields.optional("reason", 100),
        jsonFields.optional("note", LONGEST_NOTE));
  }

  /** A refused one does not stop the others. */
  private void several(RoutingContext ctx) {
    Agent agent = Principal.of(ctx).person();
    List<Item> items = RequestBody.of(ctx).objects("items", Item::of);
    if (items.isEmpty() || items.size() > MOST) {
      throw Rejected.field("/items", "has 1 to " + MOST + " contacts");
    }
    List<Outcome> outcomes = new ArrayList<>();
    Future<Void> done = Future.succeededFuture();
    for (Item item : items) {
      done = done.compose(before -> finished(agent, item)).map(outcome -> {
        outcomes.add(outcome);
        return null;
      });
    }
    done.onFailure(ctx::fail)
        .onSuccess(all -> JsonResponses.json(ctx, 200, new Page<>(outcomes, Optional.empty())));
  }

  private Future<Outcome> finished(Agent agent, Item item) {
    return mine(agent, item.interaction())
        .compose(tracked -> {
          queueRulesLookup
              .of(tracked.interaction().queue().orElse(""))
              .check(item.ending().disposition());
          return interactionNotes.wrapUp(pen(agent, item.interaction()), item.ending());
        })
        .map(tracked -> {
          agentActions.changed(tracked);
          return new Outcome(item.interaction(), true, Optional.empty());
        })
        .recover(failure -> failure instanceof Rejected refused
            ? Future.succeededFuture(
                new Outcome(item.interaction(), false, Optional.of(refused.getMessage())))
            : Future.failedFuture(failure));
  }

  private void reopen(RoutingContext ctx) {
    Agent agent = Principal.of(ctx).person();
    UUID id = RequestParameters.id(ctx);
    mine(agent, id)
        .compose(tracked -> interactionNotes.reopen(pen(agent, id)))
        .onFailure(ctx::fail)
        .onSuccess(reopened -> {
          agentActions.changed(reopened.course());
          JsonResponses.json(ctx, 200, reopened.ending());
        });
  }

  private Future<TrackedInteraction> mine(Agent agent, UUID interaction) {
    return interactionNotes.read(interaction, clock.instant()).map(tracked -> {
      if (!agentActions.concerns(agent, tracked)) {
        throw new Rejected(Rejected.Reason.FORBIDDEN, "This interaction is not on your desk.");
      }
      return tracked;
    });
  }

  private InteractionNotes.Pen pen(Agent agent, UUID interaction) {
    return new InteractionNotes.Pen(interaction, agent.name(), clock.instant());
  }
}
