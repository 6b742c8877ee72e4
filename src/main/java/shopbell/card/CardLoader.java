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

/** From an open contact to its card: who is it, what do we know, what does it mean. Thread-safe. */
final class CardLoader {
  private static final Logger LOG = LoggerFactory.getLogger(CardLoader.class);

  private final CardParts parts;
  private final OpenInteractions open;
  private final FallbackCards fallbackCards;
  private final Meters meters;
  private final InstantSource clock;
  private final RecentChanges recentChanges = new RecentChanges();
  private final CardPrefetch cardPrefetch;
  private volatile BiConsumer<UUID, UUID> linked = (interaction, customer) -> {};

  CardLoader(
      CardParts parts,
      OpenInteractions open,
      FallbackCards fallbackCards,
      Meters meters,
      InstantSource clock) {
    this.parts = parts;
    this.open = open;
    this.fallbackCards = fallbackCards;
    this.meters = meters;
    this.clock = clock;
    this.cardPrefetch = new CardPrefetch(recentChanges, clock);
  }

  /** From now on {@code listener} hears of each contact that the store has with its customer, whose history it now stands in. */
  void onLinked(BiConsumer<UUID, UUID> listener) {
    linked = listener;
  }

  /** Only the contact itself has gone on: the same customer, with the time at which that was read. */
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

  /** Marked as read before it is: what changes meanwhile takes the mark away again, as does a failure. */
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

  /** Only who it is, so that it is in their history: nobody here sees it. */
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

  /** Begins to read of a contact that is still being kept; nothing is shown or remembered of it. */
  void prefetch(TrackedInteraction tracked) {
    cardPrefetch.begin(tracked, () -> lookUp(tracked, matchResult -> {}));
  }

  /** Where every change is to be told before those are looked for that it concerns. */
  RecentChanges changes() {
    return recentChanges;
  }

  private Future<LoadedCustomer> loaded(TrackedInteraction tracked, OpenInteraction now) {
    return cardPrefetch
        .take(tracked)
        .map(begun -> begun.known().compose(loadedCustomer -> {
          // what changes from here on finds the contact by its customer
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

  /** {@code meanwhile} hears who it is before anything is read of them. */
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

  /** A transferred call is still the same customer's: what was known of it travels along. */
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

  /** Nobody here knows them by a handle, or several could be meant; only the first is a question for other systems. */
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
          CustomerInsight customerInsight = build.thought(frame, customerSummary, clock.instant());
          parts.listener().built(customerSummary.customer().id(), customerInsight);
          return customerInsight.card(about.took());
        })
        .besides(about.others());
  }
}
