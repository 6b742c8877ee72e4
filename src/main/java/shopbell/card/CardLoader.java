package shopbell.card;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.card.content.CardBuilder;
import shopbell.card.content.CustomerInsight;
import shopbell.identity.CustomerMatcher;
import shopbell.interaction.OpenInteraction;
import shopbell.interaction.OpenInteractions;
import shopbell.metrics.Meters;
import shopbell.model.card.Card;
import shopbell.model.card.CustomerSummary;
import shopbell.model.card.SourceState;
import shopbell.model.card.SourceStatus;
import shopbell.model.customer.Customer;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.customer.MatchStatus;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.sources.UnknownCallerSearch;

/** Loads the data of a card: the match, the summary of the customer, and the conclusions. Thread-safe. */
final class CardLoader {
  private static final Logger LOG = LoggerFactory.getLogger(CardLoader.class);

  private final CardParts parts;
  private final OpenInteractions open;
  private final FallbackCards fallbackCards;
  private final Meters meters;
  private final InstantSource clock;
  private final RecentChanges recentChanges = new RecentChanges();
  private final CardPrefetch cardPrefetch;
  private final BiConsumer<UUID, UUID> linked;

  /** {@code linked} gets each interaction that the store has linked to a customer, with that customer. */
  CardLoader(
      CardParts parts,
      FallbackCards fallbackCards,
      BiConsumer<UUID, UUID> linked,
      Meters meters,
      InstantSource clock) {
    this.parts = parts;
    this.open = parts.open();
    this.fallbackCards = fallbackCards;
    this.linked = linked;
    this.meters = meters;
    this.clock = clock;
    this.cardPrefetch = new CardPrefetch(recentChanges, clock);
  }

  /** The last card for the new state of the interaction, if the customer is the same; nothing is read. */
  Optional<Card> updated(TrackedInteraction tracked, OpenInteraction now) {
    Optional<Card> last =
        now.sameCaller() ? parts.desk().card(tracked.interaction().id()) : Optional.empty();
    return last.map(card -> fallbackCards
        .updated(tracked, now, card)
        .besides(card.customer()
            .map(Customer::id)
            .map(parts.sources().sources()::states)
            .orElseGet(
                () -> parts.sources().callers().states(tracked.interaction().id()))));
  }

  /** Marks the interaction as read before it is; a change meanwhile, or a failure, takes the mark away. */
  Future<Card> load(TrackedInteraction tracked, OpenInteraction now) {
    UUID id = tracked.interaction().id();
    open.update(id, shown -> shown.read(Optional.of(now.course())));
    return loaded(tracked, now)
        .map(loadedCustomer -> card(loadedCustomer, tracked, now))
        .otherwise(failure -> fallback(tracked, now, failure));
  }

  private Card fallback(TrackedInteraction tracked, OpenInteraction now, Throwable failure) {
    open.update(tracked.interaction().id(), shown -> shown.read(Optional.empty()));
    return fallbackCards.withoutCustomer(tracked, now, failure);
  }

  /** Matches the customer without building a card, so that the interaction is in the customer's history. */
  Future<Void> matchOnly(TrackedInteraction tracked, OpenInteraction now) {
    if (now.sameCaller()) {
      return Future.succeededFuture();
    }
    open.update(tracked.interaction().id(), shown -> shown.read(Optional.of(now.course())));
    return parts
        .steps()
        .identify(withParent(tracked), clock.instant())
        .onSuccess(matchResult -> matched(tracked, matchResult, now))
        .onFailure(failure -> fallback(tracked, now, failure))
        .transform(done -> Future.succeededFuture());
  }

  /** Starts the lookup while the event is still being written; nothing of it is shown or remembered. */
  void prefetch(TrackedInteraction tracked) {
    cardPrefetch.begin(tracked, () -> lookUp(tracked, matchResult -> {}));
  }

  /** The recent changes; each is added before the affected cards are looked for. */
  RecentChanges changes() {
    return recentChanges;
  }

  private Future<LoadedCustomer> loaded(TrackedInteraction tracked, OpenInteraction now) {
    return cardPrefetch
        .take(tracked)
        .map(begun -> begun.known().compose(loadedCustomer -> {
          // changes from here on find the interaction by its customer
          matched(tracked, loadedCustomer.found(), now);
          return begun.standsStill(loadedCustomer, parts.matcher().handles(tracked))
              ? Future.succeededFuture(loadedCustomer)
              : loadNow(tracked, now);
        }))
        .orElseGet(() -> loadNow(tracked, now));
  }

  private Future<LoadedCustomer> loadNow(TrackedInteraction tracked, OpenInteraction now) {
    return lookUp(tracked, matchResult -> matched(tracked, matchResult, now));
  }

  /** {@code meanwhile} gets the match before the summary is read. */
  private Future<LoadedCustomer> lookUp(
      TrackedInteraction tracked, Consumer<CustomerMatcher.MatchResult> meanwhile) {
    return parts.steps().identify(withParent(tracked), clock.instant()).compose(matchResult -> {
      meanwhile.accept(matchResult);
      return matchResult
          .match()
          .customer()
          .map(customer -> about(tracked, customer)
              .map(about -> new LoadedCustomer(matchResult, Optional.of(about))))
          .orElseGet(
              () -> Future.succeededFuture(new LoadedCustomer(matchResult, Optional.empty())));
    });
  }

  private Future<LoadedCustomer.About> about(TrackedInteraction tracked, UUID customer) {
    List<SourceStatus> others = parts.sources().sources().states(customer);
    Instant asked = clock.instant();
    return parts.steps().summary(tracked, customer, asked).map(customerSummary -> {
      Duration took = Duration.between(asked, clock.instant());
      meters.summaryTook(took);
      return new LoadedCustomer.About(customerSummary, others, took);
    });
  }

  /** A transferred call has the same customer as its parent. */
  private TrackedInteraction withParent(TrackedInteraction tracked) {
    Optional<TrackedInteraction> parent = tracked.interaction().parent().flatMap(open::course);
    return parent.map(p -> parts.matcher().inherited(tracked, p)).orElse(tracked);
  }

  private void matched(
      TrackedInteraction tracked, CustomerMatcher.MatchResult matchResult, OpenInteraction now) {
    CustomerMatch customerMatch = matchResult.match();
    UUID id = tracked.interaction().id();
    open.update(id, shown -> shown.matched(customerMatch));
    boolean news = customerMatch.customer().isPresent()
        && !now.match().flatMap(CustomerMatch::customer).equals(customerMatch.customer());
    if (news && now.kept() && matchResult.record().isPresent()) {
      parts
          .events()
          .belongs(id, matchResult.record().get(), clock.instant())
          .onSuccess(written -> linked.accept(id, customerMatch.customer().get()))
          .onFailure(e ->
              LOG.warn("interaction {} is not linked yet: {}", id, e.getClass().getSimpleName()));
    }
  }

  private Card card(
      LoadedCustomer loadedCustomer, TrackedInteraction tracked, OpenInteraction now) {
    CustomerMatch customerMatch = loadedCustomer.found().match();
    if (now.match().isEmpty()) {
      meters.identified(customerMatch.status().toString());
    }
    if (customerMatch.by().isPresent()) {
      parts.sources().callers().met(tracked.interaction().id());
    }
    return loadedCustomer
        .about()
        .map(about -> card(customerMatch, about, tracked, now))
        .orElseGet(() -> unknownCaller(customerMatch, tracked, now));
  }

  /** Several customers are possible, or none has a handle of the caller; only then are other systems asked. */
  private Card unknownCaller(
      CustomerMatch customerMatch, TrackedInteraction tracked, OpenInteraction now) {
    UnknownCallerSearch callers = parts.sources().callers();
    UUID id = tracked.interaction().id();
    if (customerMatch.status() != MatchStatus.UNKNOWN) {
      return fallbackCards.interactionOnly(tracked, now, customerMatch, SourceState.FRESH);
    }
    TrackedInteraction whole = withParent(tracked);
    CustomerMatch found = callers.onto(whole, parts.matcher().handles(whole), customerMatch);
    open.update(id, shown -> shown.matched(found));
    return fallbackCards
        .interactionOnly(tracked, now, found, SourceState.FRESH)
        .besides(callers.states(id));
  }

  private Card card(
      CustomerMatch customerMatch,
      LoadedCustomer.About about,
      TrackedInteraction tracked,
      OpenInteraction now) {
    CustomerSummary customerSummary = about.summary();
    CustomerMatch survivor = customerMatch.about(customerSummary.customer().id());
    open.update(tracked.interaction().id(), shown -> shown.matched(survivor));
    CardBuilder.Frame frame = fallbackCards.frame(tracked, now, survivor);
    return parts
        .steps()
        .build(tracked, build -> {
          CustomerInsight customerInsight = build.insight(frame, customerSummary, clock.instant());
          parts.listener().built(customerSummary.customer().id(), customerInsight);
          return customerInsight.card(about.took());
        })
        .besides(about.others());
  }
}
