package shopbell.api;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import shopbell.customer.CueStore;
import shopbell.customer.SensitiveWords;
import shopbell.http.JsonResponses;
import shopbell.http.RequestBody;
import shopbell.http.RequestParameters;
import shopbell.interaction.AgentActions;
import shopbell.json.JsonFields;
import shopbell.model.Consent;
import shopbell.model.ContractWord;
import shopbell.model.Rejected;
import shopbell.model.card.Card;
import shopbell.model.customer.Cue;
import shopbell.model.customer.CueKind;
import shopbell.security.AccessEntry;
import shopbell.security.AuditEntry.AuditKind;
import shopbell.security.Principal;

/** Calls with which an agent notes or removes a hint for the talk. */
public final class CueApi {
  private static final int LONGEST = 80;
  private static final Duration USUAL = Duration.ofDays(365);
  private static final Duration MOST = Duration.ofDays(731);

  private final CueStore cueStore;
  private final AgentActions agentActions;
  private final AccessLogger looks;
  private final AuditRecorder audit;

  public CueApi(
      CueStore cueStore, AgentActions agentActions, AccessLogger looks, AuditRecorder audit) {
    this.cueStore = cueStore;
    this.agentActions = agentActions;
    this.looks = looks;
    this.audit = audit;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.put("/customers/:id/cues/:kind").handler(this::put);
    api.delete("/customers/:id/cues/:kind").handler(this::remove);
  }

  private void put(RoutingContext ctx) {
    String agent = Principal.of(ctx).person().name();
    UUID id = RequestParameters.id(ctx);
    Cue cue = cue(kind(ctx), RequestBody.of(ctx), agent);
    change(ctx, AuditKind.CUE_SAVED, cue.kind(), () -> cueStore.put(id, cue));
  }

  private void remove(RoutingContext ctx) {
    Principal.of(ctx).person();
    UUID id = RequestParameters.id(ctx);
    CueKind kind = kind(ctx);
    change(ctx, AuditKind.CUE_REMOVED, kind, () -> cueStore.remove(id, kind));
  }

  /** The audit has the kind and not the text, which is data of the customer. */
  private void change(
      RoutingContext ctx, AuditKind act, CueKind kind, Supplier<Future<Void>> stored) {
    UUID id = RequestParameters.id(ctx);
    agentActions
        .card(id)
        .map(card -> consenting(card, act))
        .compose(customer -> stored
            .get()
            .compose(done -> audit.did(
                ctx,
                act,
                id.toString(),
                Optional.empty(),
                Optional.of(Map.of("kind", kind.toString()))))
            .map(customer))
        .onFailure(ctx::fail)
        .onSuccess(customer -> {
          looks.saw(ctx, AccessEntry.Why.PAGE, Optional.of(id));
          agentActions.customerChanged(customer);
          JsonResponses.nothing(ctx);
        });
  }

  /** The id of the person; a customer who has refused hints gets no new one. */
  private static UUID consenting(Card card, AuditKind act) {
    return card.customer()
        .filter(customer -> act == AuditKind.CUE_REMOVED || !customer.refuses(Consent.CUES))
        .orElseThrow(() -> new Rejected(
            Rejected.Reason.CONFLICT,
            "This customer has refused hints for the talk: note nothing."))
        .id();
  }

  private Cue cue(CueKind kind, JsonFields body, String agent) {
    Instant now = looks.clock().instant();
    String text = body.text("text", LONGEST);
    SensitiveWords.topicOf(text).ifPresent(topic -> {
      throw body.refuse("text", "has a word about " + topic + ": it may not be noted");
    });
    if (!body.flag("consent")) {
      throw body.refuse("consent", "must be true: note only what the customer has agreed to");
    }
    Instant until = body.instant("until").orElse(now.plus(USUAL));
    if (!until.isAfter(now) || until.isAfter(now.plus(MOST))) {
      throw body.refuse("until", "is a time within the next two years");
    }
    return new Cue(kind, text, agent, true, until, now);
  }

  private static CueKind kind(RoutingContext ctx) {
    try {
      return ContractWord.of(CueKind.class, ctx.pathParam("kind"));
    } catch (Rejected unknown) {
      throw Rejected.field("/kind", unknown.getMessage());
    }
  }
}
