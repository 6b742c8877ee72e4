package shopbell.nextaction;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.decision.library.SuggestedActions;
import shopbell.model.Consent;
import shopbell.model.card.Card;
import shopbell.model.customer.Customer;
import shopbell.model.decision.DecidedAction;
import shopbell.model.decision.Decision;
import shopbell.model.decision.DecisionRequest;
import shopbell.model.interaction.Interaction;
import shopbell.nextaction.DecisionStore.PersonRecord;
import shopbell.nextaction.Decisions.Decided;

/** Puts actions on cards. A card never waits for the store here, and never fails because of its actions. Thread-safe. */
public final class CardDecisions {
  private static final Logger LOG = LoggerFactory.getLogger(CardDecisions.class);
  private static final String PLACEMENT = "card";
  private static final int MOST = 3;

  private final DecisionStore store;
  private final Decisions decisions;
  private final String language;

  /** What of each open interaction is stored, so that the same is not stored again with every card. */
  private final Map<UUID, List<String>> stored = new ConcurrentHashMap<>();

  /** {@code language} is that of the texts outside {@code words}. */
  public CardDecisions(DecisionStore store, Decisions decisions, String language) {
    this.store = store;
    this.decisions = decisions;
    this.language = language;
  }

  /** What {@link #decided} needs of the customer; to be read beside the summary. */
  public Future<PersonRecord> person(UUID customer) {
    return store.person(customer);
  }

  /** The card with its actions; without them where the customer refuses hints, or no worker is free. */
  public Future<Card> decided(Card card, PersonRecord person) {
    Optional<Customer> customer = card.customer().filter(one -> !one.refuses(Consent.CUES));
    return customer
        .map(known -> decisions
            .made(request(card, known.id()), card, person)
            .map(decided -> on(card, decided))
            .otherwise(failure -> {
              LOG.warn("a card has no actions: {}", failure.getClass().getSimpleName());
              return card;
            }))
        .orElseGet(() -> Future.succeededFuture(card));
  }

  /** {@code interaction} is over for good. */
  public void forget(UUID interaction) {
    stored.remove(interaction);
  }

  private Card on(Card card, Decided decided) {
    Optional<UUID> interaction = card.interaction().map(Interaction::id);
    interaction.ifPresent(id -> keep(decided, id));
    return new SuggestedActions(language, decided.snapshot().effects())
        .on(
            card,
            decided.decision(),
            interaction.map(id -> decided.decision().request().id()));
  }

  private void keep(Decided decided, UUID interaction) {
    Decision decision = decided.decision();
    List<String> outcome =
        decision.candidates().stream().map(CardDecisions::outcome).toList();
    UUID customer = decision.request().customer().orElseThrow();
    if (!outcome.equals(stored.put(interaction, outcome))) {
      store.write(DecisionLog.of(decided, customer, Optional.of(interaction))).onFailure(away -> {
        stored.remove(interaction, outcome);
        LOG.debug("a decision is stored with the next card");
      });
    }
  }

  private static String outcome(DecidedAction one) {
    return one.name() + " " + one.version().version() + " "
        + one.exclusion().map(why -> why.reason() + " " + why.detail()).orElse("");
  }

  private static DecisionRequest request(Card card, UUID customer) {
    Optional<Interaction> interaction = card.interaction();
    String contact = interaction.map(one -> one.id().toString()).orElse("page");
    return new DecisionRequest(
        UUID.nameUUIDFromBytes(
            ("decision " + contact + " " + customer).getBytes(StandardCharsets.UTF_8)),
        Optional.of(customer),
        interaction.map(one -> one.channel().toString()).orElse("page"),
        interaction.flatMap(Interaction::queue),
        PLACEMENT,
        MOST);
  }
}
