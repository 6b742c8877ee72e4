package shopbell.store.interaction;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.interaction.IdReuse;
import shopbell.model.interaction.TrackedInteraction;

/**
 * The courses that were kept last, as a first guess at how an interaction stands; whoever writes on a wrong guess is told by
 * the store, and guesses again. Bounded; thread-safe.
 */
final class InteractionCache {
  private static final int MOST = 20_000;
  private static final Comparator<TrackedInteraction> NEWER =
      Comparator.<TrackedInteraction>comparingInt(trackedInteraction ->
              trackedInteraction.reuse().map(IdReuse::earlier).orElse(0))
          .thenComparingInt(TrackedInteraction::revision);

  private final Map<UUID, TrackedInteraction> last = new LinkedHashMap<>(1024, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, TrackedInteraction> eldest) {
      return size() > MOST;
    }
  };

  /** The newest contact of those whose sender's id is that of {@code first}. */
  synchronized Optional<TrackedInteraction> guess(UUID first) {
    return Optional.ofNullable(last.get(first));
  }

  /** An older one than is there is passed over. */
  synchronized void put(TrackedInteraction trackedInteraction) {
    last.merge(
        trackedInteraction.first(), trackedInteraction, (a, b) -> NEWER.compare(b, a) >= 0 ? b : a);
  }

  synchronized void forget(UUID first) {
    last.remove(first);
  }
}
