package shopbell.card;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import shopbell.interaction.OpenInteraction;
import shopbell.model.Handle;
import shopbell.model.interaction.TrackedInteraction;

/**
 * What is read of a caller while the event itself is still on its way to the disk. It is used only when nothing that
 * concerns it has changed meanwhile, so that a card never shows less than was there when it was built. Bounded; thread-safe.
 */
final class CardPrefetch {
  private static final int MOST = 1_000;

  /** Keeping takes a few milliseconds, and seconds on a bad day; whatever is older is read again. */
  private static final Duration OLDEST = Duration.ofSeconds(10);

  private final RecentChanges recentChanges;
  private final InstantSource clock;
  private final Map<UUID, Begun> begun = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, Begun> eldest) {
      return size() > MOST || !eldest.getValue().young();
    }
  };

  CardPrefetch(RecentChanges recentChanges, InstantSource clock) {
    this.recentChanges = recentChanges;
    this.clock = clock;
  }

  /** A reading, and how many changes there had been when it began. */
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

    /** Whether nothing has changed since it has begun of those that are {@code loadedCustomer}, nor who uses {@code handles}. */
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
    Begun reading = new Begun(tracked, read);
    synchronized (begun) {
      begun.put(tracked.interaction().id(), reading);
    }
  }

  /** The reading that was begun for this contact, once; empty when it was for another caller, or too long ago. */
  Optional<Begun> take(TrackedInteraction tracked) {
    synchronized (begun) {
      return Optional.ofNullable(begun.remove(tracked.interaction().id()))
          .filter(reading -> reading.of(tracked));
    }
  }
}
