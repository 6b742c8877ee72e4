package shopbell.tracing;

import io.opentelemetry.context.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The traces of arrivals that are not on a desk yet, by interaction; the oldest are dropped when full. Thread-safe.
 */
final class OpenTraces {
  private static final int MOST = 10_000;

  private final Map<UUID, Context> arrivals = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, Context> eldest) {
      return size() > MOST;
    }
  };

  /** Replaces an earlier one of the same interaction, which will not be shown any more. */
  synchronized void put(UUID interaction, Context arrival) {
    arrivals.put(interaction, arrival);
  }

  synchronized Optional<Context> find(UUID interaction) {
    return Optional.ofNullable(arrivals.get(interaction));
  }

  /** Does nothing when a newer one has arrived meanwhile. */
  synchronized void remove(UUID interaction, Context arrival) {
    arrivals.remove(interaction, arrival);
  }
}
