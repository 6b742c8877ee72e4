package shopbell.nextaction;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import shopbell.decision.library.SuggestedActions;
import shopbell.model.Consent;
import shopbell.model.card.Card;
import shopbell.model.customer.Customer;
import shopbell.model.decision.DecidedAction;
import shopbell.model.decision.DecisionRequest;
import shopbell.nextaction.Decisions.Decided;

/** Decides for other programs by the same rules as on cards; stored before it is answered, so that answers find it. */
public final class ChannelDecisions {
  /** What another program gets. */
  public record ChannelAnswer(Optional<UUID> customer, Map<String, Object> keys) {}

  private final DecisionStore store;
  private final Decisions decisions;
  private final Function<UUID, Future<Card>> cards;

  /** {@code cards} gives the card of a customer outside any interaction; it fails with NOT_FOUND. */
  public ChannelDecisions(
      DecisionStore store, Decisions decisions, Function<UUID, Future<Card>> cards) {
    this.store = store;
    this.decisions = decisions;
    this.cards = cards;
  }

  /** The answer to {@code request}, which names a customer; a merged record stands for its person. */
  public Future<ChannelAnswer> made(DecisionRequest request) {
    UUID asked = request.customer().orElseThrow();
    Future<DecisionStore.PersonRecord> person = store.person(asked);
    return cards
        .apply(asked)
        .compose(card -> person.compose(known -> {
          Customer customer = card.customer().orElseThrow();
          if (customer.refuses(Consent.CUES)) {
            return Future.succeededFuture(new ChannelAnswer(
                Optional.of(customer.id()), keys(request.id(), List.of(), List.of())));
          }
          return decisions
              .made(of(request, customer.id()), card, known)
              .compose(decided -> store
                  .write(DecisionLog.of(decided, customer.id(), Optional.empty()))
                  .map(new ChannelAnswer(Optional.of(customer.id()), keys(decided))));
        }));
  }

  private static DecisionRequest of(DecisionRequest request, UUID survivor) {
    return new DecisionRequest(
        request.id(),
        Optional.of(survivor),
        request.channel(),
        request.queue(),
        request.placement(),
        request.max());
  }

  private static Map<String, Object> keys(Decided decided) {
    SuggestedActions effects = new SuggestedActions("en", decided.snapshot().effects());
    return keys(
        decided.decision().request().id(),
        decided.decision().shown().stream().map(one -> shown(one, effects)).toList(),
        decided.decision().vetoed().stream().map(ChannelDecisions::vetoed).toList());
  }

  private static Map<String, Object> keys(
      UUID id, List<Map<String, Object>> actions, List<Map<String, Object>> vetoed) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("id", id);
    keys.put("actions", actions);
    keys.put("vetoed", vetoed);
    return keys;
  }

  private static Map<String, Object> shown(DecidedAction one, SuggestedActions effects) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("action", one.name());
    keys.put("version", one.version().version());
    keys.put("title", one.texts().title());
    keys.put("steps", one.texts().steps());
    keys.put("why", one.because());
    keys.put("certainty", one.estimate().map(estimate -> estimate.certainty()));
    keys.put("effect", effects.effect(one.name()));
    keys.put("mandatory", one.version().action().limits().mandatory());
    keys.put("start", one.version().action().start());
    return keys;
  }

  private static Map<String, Object> vetoed(DecidedAction one) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("action", one.name());
    keys.put("veto", one.exclusion().orElseThrow().detail());
    keys.put("why", one.because());
    return keys;
  }
}
