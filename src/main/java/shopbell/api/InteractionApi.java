package shopbell.api;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import shopbell.http.JsonResponses;
import shopbell.http.RequestBody;
import shopbell.http.RequestParameters;
import shopbell.interaction.AgentActions;
import shopbell.interaction.CallerCandidates;
import shopbell.interaction.InteractionNotes;
import shopbell.interaction.QueueRulesLookup;
import shopbell.json.JsonFields;
import shopbell.model.Agent;
import shopbell.model.Rejected;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.security.Principal;

/** Calls by which an agent chooses the customer of an interaction, writes notes and promises, and wraps it up. */
public final class InteractionApi {
  private static final int LONGEST_NOTE = 10_000;
  private static final int LONGEST_PROMISE = 500;
  private static final Duration FARTHEST = Duration.ofDays(3 * 365L);

  private final InteractionNotes interactionNotes;
  private final AgentActions agentActions;
  private final CallerCandidates candidates;
  private final QueueRulesLookup queueRulesLookup;
  private final InstantSource clock;

  public InteractionApi(
      InteractionNotes interactionNotes,
      AgentActions agentActions,
      CallerCandidates candidates,
      QueueRulesLookup queueRulesLookup,
      InstantSource clock) {
    this.interactionNotes = interactionNotes;
    this.agentActions = agentActions;
    this.candidates = candidates;
    this.queueRulesLookup = queueRulesLookup;
    this.clock = clock;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.post("/interactions/:id/customer").handler(ctx -> touch(ctx, this::choose));
    api.post("/interactions/:id/refresh").handler(ctx -> touch(ctx, this::refresh));
    api.post("/interactions/:id/note").handler(ctx -> touch(ctx, this::note));
    api.post("/interactions/:id/promise").handler(ctx -> touch(ctx, this::promise));
    api.post("/interactions/:id/wrap-up").handler(ctx -> touch(ctx, this::wrapUp));
  }

  /** A call about an interaction that this user may touch. */
  private record Touch(
      RoutingContext ctx, JsonFields body, InteractionNotes.Pen pen, TrackedInteraction course) {}

  private void touch(RoutingContext ctx, Function<Touch, Future<Optional<Object>>> say) {
    Agent agent = Principal.of(ctx).person();
    UUID id = RequestParameters.id(ctx);
    JsonFields body = RequestBody.of(ctx);
    Instant now = clock.instant();
    interactionNotes
        .read(id, now)
        .compose(tracked -> {
          if (!agentActions.concerns(agent, tracked)) {
            throw new Rejected(Rejected.Reason.FORBIDDEN, "This interaction is not on your desk.");
          }
          return say.apply(
              new Touch(ctx, body, new InteractionNotes.Pen(id, agent.name(), now), tracked));
        })
        .onFailure(ctx::fail)
        .onSuccess(answer -> answer.ifPresentOrElse(
            value -> JsonResponses.json(ctx, 201, value), () -> JsonResponses.nothing(ctx)));
  }

  private Future<Optional<Object>> choose(Touch touch) {
    UUID customer = touch.body().uuid("customer");
    InteractionNotes.Choice choice = new InteractionNotes.Choice(
        customer,
        candidates.find(touch.pen().interaction(), customer),
        agentActions.handles(touch.course()));
    return interactionNotes.choose(touch.pen(), choice).map(chosen -> {
      agentActions.chosen(chosen);
      return Optional.empty();
    });
  }

  private Future<Optional<Object>> refresh(Touch touch) {
    return agentActions.refresh(touch.course()).map(Optional.empty());
  }

  private Future<Optional<Object>> note(Touch touch) {
    String text = touch.body().optional("text", LONGEST_NOTE).orElse("");
    return interactionNotes.note(touch.pen(), text).map(Optional.empty());
  }

  private Future<Optional<Object>> promise(Touch touch) {
    String text = touch.body().text("text", LONGEST_PROMISE);
    Instant due = touch
        .body()
        .instant("due")
        .orElseThrow(
            () -> Rejected.field("/due", "is required: a time such as 2026-01-31T17:00:00Z"));
    Instant now = touch.pen().now();
    if (due.isBefore(now) || due.isAfter(now.plus(FARTHEST))) {
      throw Rejected.field("/due", "is a time to come, within three years");
    }
    InteractionNotes.Word word = new InteractionNotes.Word(
        text,
        due,
        owner(touch),
        touch.body().optional("queue", 200),
        agentActions.customer(touch.pen().interaction()));
    if (word.owner().isPresent() && word.queue().isPresent()) {
      throw Rejected.field("/owner", "is one agent, or queue is given instead");
    }
    return interactionNotes.promise(touch.pen(), word).map(id -> {
      agentActions.changed(touch.course());
      return Optional.of(Map.of("id", id));
    });
  }

  private Optional<String> owner(Touch touch) {
    return touch
        .body()
        .optional("owner", 100)
        .map(
            asked -> agentActions
                .colleague(asked)
                .orElseThrow(
                    () -> Rejected.field(
                        "/owner",
                        "is the name of a user of Shopbell; leave it out to keep the promise yourself, or give a queue")));
  }

  private Future<Optional<Object>> wrapUp(Touch touch) {
    InteractionNotes.Ending ending = WrapUpApi.ending(touch.body());
    queueRulesLookup
        .of(touch.course().interaction().queue().orElse(""))
        .check(ending.disposition());
    return interactionNotes.wrapUp(touch.pen(), ending).map(tracked -> {
      agentActions.changed(tracked);
      return Optional.empty();
    });
  }
}
