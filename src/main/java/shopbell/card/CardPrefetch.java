package shopbell.card;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import shopbell.interaction.OpenInteraction;
import shopbell.model.Handle;
import shopbell.model.interaction.TrackedInteraction;

/**
 * Customer lookups that start while the event is still being written. A result is used only if nothing about the customer
 * has changed since, so that a card never shows less than was stored when it was built. Bounded; thread-safe.
 */
final class CardPrefetch {
  private static final int MOST = 1_000;

  /** Writing takes a few milliseconds, and seconds on a bad day; an older lookup is repeated. */
  private static final Duration OLDEST = Duration.ofSeconds(10);

  private final RecentChanges recentChanges;
  private final InstantSource clock;
  private final Map<UUID, Begun> begun = Caffeine.newBuilder()
      .maximumSize(MOST)
      .expireAfterWrite(OLDEST)
      .executor(Runnable::run)
      .<UUID, Begun>build()
      .asMap();

  CardPrefetch(RecentChanges recentChanges, InstantSource clock) {
    this.recentChanges = recentChanges;
    this.clock = clock;
  }

  /** A lookup, with the number of changes before it began. */
  final class Begun {
    private final TrackedInteraction tracked;
    private final long before = recentChanges.now();
    private final Instant at = clock.instant();
    private final Future<LoadedCustomer> known;

    private Begun(TrackedInteraction tracked, Supplier<Future<LoadedCustomer>> read) {
      this.tracked = tracked;
      this.known = read.get();
    }

    Future<LoadedCustomer> known() {
      return known;
    }

    /** Whether neither the customers found nor the owner of {@code handles} has changed since it began. */
    boolean standsStill(LoadedCustomer loadedCustomer, List<Handle> handles) {
      return !recentChanges.since(before, loadedCustomer.named(), handles);
    }

    private boolean of(TrackedInteraction other) {
      return OpenInteraction.sameCaller(tracked, other) && young();
    }

    private boolean young() {
      return at.plus(OLDEST).isAfter(clock.instant());
    }
  }

  void begin(TrackedInteraction tracked, Supplier<Future<LoadedCustomer>> read) {
    begun.put(tracked.interaction().id(), new Begun(tracked, read));
  }

  /** The lookup for this interaction, once; empty when it was for another caller, or too long ago. */
  Optional<Begun> take(TrackedInteraction tracked) {
    return Optional.ofNullable(begun.remove(tracked.interaction().id()))
        .filter(reading -> reading.of(tracked));
  }
}
