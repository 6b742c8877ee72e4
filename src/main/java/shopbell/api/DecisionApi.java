package shopbell.api;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import shopbell.http.JsonResponses;
import shopbell.http.RequestBody;
import shopbell.http.RequestParameters;
import shopbell.json.JsonFields;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Rejected;
import shopbell.model.decision.ActionResponse;
import shopbell.model.decision.DecisionRequest;
import shopbell.model.decision.ResponseKind;
import shopbell.nextaction.ChannelDecisions;
import shopbell.nextaction.DecisionStore;
import shopbell.security.AccessEntry;
import shopbell.security.Principal;

/** Calls for decisions in every channel, and for the answers to them: sessions, and keys of scope decide. */
public final class DecisionApi {
  private static final int LONGEST = 100;
  private static final int LONGEST_HANDLE = 200;
  private static final int LONGEST_COMMENT = 500;
  private static final int USUAL = 3;

  private final DecisionStore store;
  private final ChannelDecisions decisions;
  private final UnaryOperator<List<Handle>> normalised;
  private final AccessLogger looks;
  private final InstantSource clock;

  /** {@code normalised} gives handles as they are stored. */
  public DecisionApi(
      DecisionStore store,
      ChannelDecisions decisions,
      UnaryOperator<List<Handle>> normalised,
      AccessLogger looks,
      InstantSource clock) {
    this.store = store;
    this.decisions = decisions;
    this.normalised = normalised;
    this.looks = looks;
    this.clock = clock;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.post("/decisions").handler(this::decide);
    api.get("/decisions/:id").handler(this::explain);
    api.post("/decisions/:id/responses").handler(this::respond);
  }

  private void decide(RoutingContext ctx) {
    Principal.of(ctx).mustDecide();
    JsonFields body = RequestBody.of(ctx);
    String channel = body.text("channel", LONGEST);
    String placement = body.text("placement", LONGEST);
    Optional<String> queue = body.optional("queue", LONGEST);
    int max = body.integer("max").orElse(USUAL);
    customer(body)
        .compose(id -> decisions.made(checked(
            body,
            () -> new DecisionRequest(
                UUID.randomUUID(), Optional.of(id), channel, queue, placement, max))))
        .onFailure(ctx::fail)
        .onSuccess(answer -> {
          looks.saw(ctx, AccessEntry.Why.PAGE, answer.customer());
          JsonResponses.json(ctx, 200, answer.keys());
        });
  }

  private static DecisionRequest checked(JsonFields body, Supplier<DecisionRequest> request) {
    try {
      return request.get();
    } catch (IllegalArgumentException e) {
      throw body.refuse("max", e.getMessage().replaceFirst("^max ", ""));
    }
  }

  private Future<UUID> customer(JsonFields body) {
    if (body.has("customer")) {
      return Future.succeededFuture(body.uuid("customer"));
    }
    JsonFields given = body.inside("handle");
    HandleKind kind = given
        .word("kind", HandleKind.class)
        .orElseThrow(() -> given.refuse("kind", "is the kind of the handle, such as email"));
    List<Handle> handles =
        normalised.apply(List.of(Handle.of(kind, given.text("value", LONGEST_HANDLE))));
    if (handles.isEmpty()) {
      throw given.refuse("value", "cannot be read; write a number with its country code");
    }
    return store.holders(handles.get(0)).map(holders -> {
      if (holders.size() != 1) {
        throw new Rejected(
            Rejected.Reason.NOT_FOUND,
            holders.isEmpty()
                ? "No customer has this handle."
                : "Several customers have this handle: name one as customer.");
      }
      return holders.get(0);
    });
  }

  private void respond(RoutingContext ctx) {
    Principal.of(ctx).mustDecide();
    UUID id = RequestParameters.id(ctx);
    JsonFields body = RequestBody.of(ctx);
    ActionResponse response = new ActionResponse(
        id,
        body.text("action", LONGEST),
        body.word("response", ResponseKind.class)
            .orElseThrow(() -> body.refuse("response", "is what became of the action")),
        body.optional("comment", LONGEST_COMMENT).orElse(""),
        clock.instant());
    store
        .find(id)
        .map(DecisionApi::there)
        .compose(found -> store.answered(response))
        .onFailure(ctx::fail)
        .onSuccess(shown -> {
          if (shown) {
            JsonResponses.nothing(ctx);
          } else {
            ctx.fail(Rejected.field("/action", "was not shown in this decision"));
          }
        });
  }

  private static DecisionStore.StoredDecision there(Optional<DecisionStore.StoredDecision> found) {
    return found.orElseThrow(
        () -> new Rejected(Rejected.Reason.NOT_FOUND, "There is no such decision."));
  }

  private void explain(RoutingContext ctx) {
    Principal.of(ctx).mustSupervise();
    store
        .find(RequestParameters.id(ctx))
        .map(DecisionApi::there)
        .onFailure(ctx::fail)
        .onSuccess(found -> {
          looks.saw(ctx, AccessEntry.Why.PAGE, Optional.of(found.customer()));
          JsonResponses.json(ctx, 200, keys(found));
        });
  }

  private static Map<String, Object> keys(DecisionStore.StoredDecision found) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("id", found.id());
    keys.put("at", found.at());
    keys.put("channel", found.channel());
    keys.put("queue", found.queue());
    keys.put("placement", found.placement());
    keys.put("interaction", found.interaction());
    keys.put("inputs", found.inputs());
    keys.putAll(found.explained());
    keys.put("responses", found.responses().stream().map(DecisionApi::keys).toList());
    return keys;
  }

  private static Map<String, Object> keys(ActionResponse one) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("action", one.action());
    keys.put("response", one.kind());
    keys.put("comment", one.word());
    keys.put("at", one.at());
    return keys;
  }
}
