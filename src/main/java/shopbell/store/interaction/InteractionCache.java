package shopbell.store.interaction;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.interaction.IdReuse;
import shopbell.model.interaction.TrackedInteraction;

/**
 * The last stored states of interactions, as a first guess for the next write; the store refuses a write on an outdated
 * guess and returns the current state. Bounded; thread-safe.
 */
final class InteractionCache {
  private static final int MOST = 20_000;
  private static final Comparator<TrackedInteraction> NEWER =
      Comparator.<TrackedInteraction>comparingInt(
              tracked -> tracked.reuse().map(IdReuse::earlier).orElse(0))
          .thenComparingInt(TrackedInteraction::revision);

  private final Map<UUID, TrackedInteraction> last =
      Caffeine.newBuilder().maximumSize(MOST).<UUID, TrackedInteraction>build().asMap();

  /** The newest interaction with the sender's id of {@code first}. */
  Optional<TrackedInteraction> guess(UUID first) {
    return Optional.ofNullable(last.get(first));
  }

  /** Ignores an older revision than the cached one. */
  void put(TrackedInteraction tracked) {
    last.merge(tracked.first(), tracked, (a, b) -> NEWER.compare(b, a) >= 0 ? b : a);
  }

  void forget(UUID first) {
    last.remove(first);
  }
}
