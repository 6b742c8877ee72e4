package shopbell.tracing;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The traces of arrivals that are not on a desk yet, by interaction; some are dropped when full. Thread-safe.
 */
final class OpenTraces {
  private static final int MOST = 10_000;

  private final Map<UUID, Context> arrivals =
      Caffeine.newBuilder().maximumSize(MOST).<UUID, Context>build().asMap();

  /** Replaces an earlier one of the same interaction, which will not be shown any more. */
  void put(UUID interaction, Context arrival) {
    arrivals.put(interaction, arrival);
  }

  Optional<Context> find(UUID interaction) {
    return Optional.ofNullable(arrivals.get(interaction));
  }

  /** Does nothing when a newer one has arrived meanwhile. */
  void remove(UUID interaction, Context arrival) {
    arrivals.remove(interaction, arrival);
  }
}
