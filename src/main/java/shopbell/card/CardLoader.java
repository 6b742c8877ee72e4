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

  private final CardUpdater.Rooms rooms;
  private final OpenInteractions open;
  private final FallbackCards fallbackCards;
  private final Meters meters;
  private final InstantSource clock;
  private final RecentChanges recentChanges = new RecentChanges();
  private final CardPrefetch cardPrefetch;
  private volatile BiConsumer<UUID, UUID> linked = (interaction, customer) -> {};

  CardLoader(
      CardUpdater.Rooms rooms,
      OpenInteractions open,
      FallbackCards fallbackCards,
      Meters meters,
      InstantSource clock) {
    this.rooms = rooms;
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
  Optional<Card> moved(TrackedInteraction trackedInteraction, OpenInteraction now) {
    Optional<Card> last = now.sameCaller()
        ? rooms.desk().card(trackedInteraction.interaction().id())
        : Optional.empty();
    return last.map(card -> fallbackCards
        .moved(trackedInteraction, now, card)
        .besides(card.customer()
            .map(Customer::id)
            .map(rooms.inquiries().sources()::states)
            .orElseGet(() -> rooms
                .inquiries()
                .callers()
                .states(trackedInteraction.interaction().id()))));
  }

  /** Marked as read before it is: what changes meanwhile takes the mark away again, as does a failure. */
  Future<Card> read(TrackedInteraction trackedInteraction, OpenInteraction now) {
    UUID id = trackedInteraction.interaction().id();
    open.update(id, shown -> shown.read(Optional.of(now.course())));
    return known(trackedInteraction, now)
        .map(loadedCustomer -> card(loadedCustomer, trackedInteraction, now))
        .otherwise(failure -> failed(trackedInteraction, now, failure));
  }

  private Card failed(
      TrackedInteraction trackedInteraction, OpenInteraction now, Throwable failure) {
    open.update(trackedInteraction.interaction().id(), shown -> shown.read(Optional.empty()));
    return fallbackCards.blind(trackedInteraction, now, failure);
  }

  /** Only who it is, so that it is in their history: nobody here sees it. */
  Future<Void> whose(TrackedInteraction trackedInteraction, OpenInteraction now) {
    if (now.sameCaller()) {
      return Future.succeededFuture();
    }
    open.update(
        trackedInteraction.interaction().id(), shown -> shown.read(Optional.of(now.course())));
    return rooms
        .traced()
        .identify(inherited(trackedInteraction), clock.instant())
        .onSuccess(found -> remember(trackedInteraction, found, now))
        .onFailure(failure -> failed(trackedInteraction, now, failure))
        .transform(done -> Future.succeededFuture());
  }

  /** Begins to read of a contact that is still being kept; nothing is shown or remembered of it. */
  void ahead(TrackedInteraction trackedInteraction) {
    cardPrefetch.begin(trackedInteraction, () -> ask(trackedInteraction, found -> {}));
  }

  /** Where every change is to be told before those are looked for that it concerns. */
  RecentChanges changes() {
    return recentChanges;
  }

  private Future<LoadedCustomer> known(TrackedInteraction trackedInteraction, OpenInteraction now) {
    return cardPrefetch
        .take(trackedInteraction)
        .map(begun -> begun.known().compose(loadedCustomer -> {
          // what changes from here on finds the contact by its customer
          remember(trackedInteraction, loadedCustomer.found(), now);
          return begun.standsStill(loadedCustomer, rooms.identifier().handles(trackedInteraction))
              ? Future.succeededFuture(loadedCustomer)
              : anew(trackedInteraction, now);
        }))
        .orElseGet(() -> anew(trackedInteraction, now));
  }

  private Future<LoadedCustomer> anew(TrackedInteraction trackedInteraction, OpenInteraction now) {
    return ask(trackedInteraction, found -> remember(trackedInteraction, found, now));
  }

  /** {@code meanwhile} hears who it is before anything is read of them. */
  private Future<LoadedCustomer> ask(
      TrackedInteraction trackedInteraction, Consumer<CustomerMatcher.Found> meanwhile) {
    return rooms
        .traced()
        .identify(inherited(trackedInteraction), clock.instant())
        .compose(found -> {
          meanwhile.accept(found);
          return found
              .match()
              .customer()
              .map(customer -> about(trackedInteraction, customer)
                  .map(about -> new LoadedCustomer(found, Optional.of(about))))
              .orElseGet(() -> Future.succeededFuture(new LoadedCustomer(found, Optional.empty())));
        });
  }

  private Future<LoadedCustomer.About> about(TrackedInteraction trackedInteraction, UUID customer) {
    List<SourceStatus> others = rooms.inquiries().sources().states(customer);
    Instant asked = clock.instant();
    return rooms.traced().summary(trackedInteraction, customer, asked).map(customerSummary -> {
      Duration took = Duration.between(asked, clock.instant());
      meters.summaryTook(took);
      return new LoadedCustomer.About(customerSummary, others, took);
    });
  }

  /** A transferred call is still the same customer's: what was known of it travels along. */
  private TrackedInteraction inherited(TrackedInteraction trackedInteraction) {
    Optional<TrackedInteraction> parent =
        trackedInteraction.interaction().parent().flatMap(open::course);
    return parent
        .map(p -> rooms.identifier().inherited(trackedInteraction, p))
        .orElse(trackedInteraction);
  }

  private void remember(
      TrackedInteraction trackedInteraction, CustomerMatcher.Found found, OpenInteraction now) {
    CustomerMatch customerMatch = found.match();
    UUID id = trackedInteraction.interaction().id();
    open.update(id, shown -> shown.matched(customerMatch));
    boolean news = customerMatch.customer().isPresent()
        && !now.match().flatMap(CustomerMatch::customer).equals(customerMatch.customer());
    if (news && now.kept() && found.record().isPresent()) {
      rooms
          .ledger()
          .belongs(id, found.record().get(), clock.instant())
          .onSuccess(written -> linked.accept(id, customerMatch.customer().get()))
          .onFailure(e ->
              LOG.warn("interaction {} is not linked yet: {}", id, e.getClass().getSimpleName()));
    }
  }

  private Card card(
      LoadedCustomer loadedCustomer, TrackedInteraction trackedInteraction, OpenInteraction now) {
    CustomerMatch customerMatch = loadedCustomer.found().match();
    if (now.match().isEmpty()) {
      meters.identified(customerMatch.status().toString());
    }
    if (customerMatch.by().isPresent()) {
      rooms.inquiries().callers().met(trackedInteraction.interaction().id());
    }
    return loadedCustomer
        .about()
        .map(about -> card(customerMatch, about, trackedInteraction, now))
        .orElseGet(() -> stranger(customerMatch, trackedInteraction, now));
  }

  /** Nobody here knows them by a handle, or several could be meant; only the first is a question for other systems. */
  private Card stranger(
      CustomerMatch customerMatch, TrackedInteraction trackedInteraction, OpenInteraction now) {
    UnknownCallerSearch callers = rooms.inquiries().callers();
    UUID id = trackedInteraction.interaction().id();
    if (customerMatch.status() != MatchStatus.UNKNOWN) {
      return fallbackCards.bare(trackedInteraction, now, customerMatch, SourceState.FRESH);
    }
    TrackedInteraction whole = inherited(trackedInteraction);
    CustomerMatch found = callers.onto(whole, rooms.identifier().handles(whole), customerMatch);
    open.update(id, shown -> shown.matched(found));
    return fallbackCards
        .bare(trackedInteraction, now, found, SourceState.FRESH)
        .besides(callers.states(id));
  }

  private Card card(
      CustomerMatch customerMatch,
      LoadedCustomer.About about,
      TrackedInteraction trackedInteraction,
      OpenInteraction now) {
    CustomerSummary customerSummary = about.summary();
    CustomerMatch survivor = customerMatch.about(customerSummary.customer().id());
    open.update(trackedInteraction.interaction().id(), shown -> shown.matched(survivor));
    CardBuilder.Frame frame = fallbackCards.frame(trackedInteraction, now, survivor);
    return rooms
        .traced()
        .build(trackedInteraction, build -> {
          CustomerInsight customerInsight = build.thought(frame, customerSummary, clock.instant());
          rooms.listener().built(customerSummary.customer().id(), customerInsight);
          return customerInsight.card(about.took());
        })
        .besides(about.others());
  }
}
