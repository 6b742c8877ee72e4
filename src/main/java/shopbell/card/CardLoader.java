package shopbell.card;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.identity.CustomerMatcher;
import shopbell.interaction.OpenInteraction;
import shopbell.interaction.OpenInteractions;
import shopbell.metrics.Meters;
import shopbell.model.Unavailable;
import shopbell.model.card.SourceStatus;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.nextaction.DecisionStore.PersonRecord;

/** Loads the data of a card: the match, and the summary of the customer. Thread-safe. */
final class CardLoader {
  private static final Logger LOG = LoggerFactory.getLogger(CardLoader.class);

  /** Bounds the load on a store that has just come back. */
  private static final int MOST_AGAIN = 50;

  private final CardParts parts;
  private final OpenInteractions open;
  private final Meters meters;
  private final InstantSource clock;
  private final RecentChanges recentChanges = new RecentChanges();
  private final CardPrefetch cardPrefetch;
  private final BiConsumer<UUID, UUID> linked;
  private final Set<UUID> blind = ConcurrentHashMap.newKeySet();

  /** {@code linked} gets each interaction that the store has linked to a customer, with that customer. */
  CardLoader(CardParts parts, BiConsumer<UUID, UUID> linked, Meters meters, InstantSource clock) {
    this.parts = parts;
    this.open = parts.open();
    this.linked = linked;
    this.meters = meters;
    this.clock = clock;
    this.cardPrefetch = new CardPrefetch(recentChanges, clock);
  }

  /** Marks the interaction as read before it is; a change meanwhile, or {@link #failed}, takes the mark away. */
  Future<LoadedCustomer> load(TrackedInteraction tracked, OpenInteraction now) {
    open.update(tracked.interaction().id(), shown -> shown.read(Optional.of(now.course())));
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

  /** The interaction is shown without what could not be read. */
  void failed(UUID interaction, Throwable failure) {
    open.update(interaction, shown -> shown.read(Optional.empty()));
    LOG.warn(
        "interaction {} is shown without its customer: {}",
        interaction,
        failure.getClass().getSimpleName());
    // what cannot be read for another reason is not readable the next time either
    if (failure instanceof Unavailable) {
      blind.add(interaction);
    }
  }

  /** Some of the interactions without a customer because the store was away. */
  List<UUID> toRetry() {
    return blind.stream().limit(MOST_AGAIN).toList();
  }

  /** It is being read now, or is over. */
  void retried(UUID interaction) {
    blind.remove(interaction);
  }

  /** Matches the customer without building a card, so that the interaction is in the customer's history. */
  Future<Void> matchOnly(TrackedInteraction tracked, OpenInteraction now) {
    if (now.sameCaller()) {
      return Future.succeededFuture();
    }
    open.update(tracked.interaction().id(), shown -> shown.read(Optional.of(now.course())));
    return parts
        .steps()
        .identify(parts.withParent(tracked), clock.instant())
        .onSuccess(matchResult -> matched(tracked, matchResult, now))
        .onFailure(failure -> failed(tracked.interaction().id(), failure))
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

  private Future<LoadedCustomer> loadNow(TrackedInteraction tracked, OpenInteraction now) {
    return lookUp(tracked, matchResult -> matched(tracked, matchResult, now));
  }

  /** {@code meanwhile} gets the match before the summary is read. */
  private Future<LoadedCustomer> lookUp(
      TrackedInteraction tracked, Consumer<CustomerMatcher.MatchResult> meanwhile) {
    return parts
        .steps()
        .identify(parts.withParent(tracked), clock.instant())
        .compose(matchResult -> {
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
    Future<PersonRecord> person = parts.decisions().person(customer);
    return parts
        .steps()
        .summary(tracked, customer, asked)
        .compose(customerSummary -> person.map(known -> {
          Duration took = Duration.between(asked, clock.instant());
          meters.summaryTook(took);
          return new LoadedCustomer.About(customerSummary, known, others, took);
        }));
  }

  private void matched(
      TrackedInteraction tracked, CustomerMatcher.MatchResult matchResult, OpenInteraction now) {
    CustomerMatch customerMatch = matchResult.match();
    UUID id = tracked.interaction().id();
    open.update(id, shown -> shown.matched(customerMatch));
    customerMatch
        .customer()
        .filter(customer -> now.kept() && !now.linked().equals(Optional.of(customer)))
        .ifPresent(
            customer -> matchResult.record().ifPresent(record -> link(id, record, customer)));
  }

  private void link(UUID interaction, UUID record, UUID customer) {
    parts
        .events()
        .belongs(interaction, record, clock.instant())
        .onSuccess(written -> {
          open.update(interaction, shown -> shown.linked(customer));
          linked.accept(interaction, customer);
        })
        .onFailure(e -> LOG.warn(
            "interaction {} is not linked yet: {}", interaction, e.getClass().getSimpleName()));
  }
}
