package shopbell.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import shopbell.metrics.Meters;

/** Counts the meaningless handles of each sender, since the start; never with their values. */
public final class IgnoredHandleCounts {
  /** Of one sender, kind and reason. {@code sender} is a door, {@code journey} or a source. */
  public record Count(String sender, IgnoredHandle ignored, long count, Instant lastAt) {}

  private record Key(String sender, IgnoredHandle ignored) {}

  private record Seen(long count, Instant lastAt) {}

  private final Meters meters;
  private final InstantSource clock;
  private final Runnable changed;
  private final Map<Key, Seen> seen = new ConcurrentHashMap<>();

  /** {@code changed} is run for each ignored handle, on its thread. */
  public IgnoredHandleCounts(Meters meters, InstantSource clock, Runnable changed) {
    this.changed = changed;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * A consumer that counts the ignored handles of {@code sender}; the operator names the senders, so the list stays
   * short.
   */
  public Consumer<IgnoredHandle> from(String sender) {
    return ignoredHandle -> {
      meters.ignored(
          sender, ignoredHandle.kind().toString(), ignoredHandle.reason().toString());
      seen.merge(
          new Key(sender, ignoredHandle),
          new Seen(1, clock.instant()),
          (past, one) -> new Seen(past.count() + 1, one.lastAt()));
      changed.run();
    };
  }

  /** The latest first. */
  public List<Count> all() {
    return seen.entrySet().stream()
        .map(entry -> new Count(
            entry.getKey().sender(),
            entry.getKey().ignored(),
            entry.getValue().count(),
            entry.getValue().lastAt()))
        .sorted(Comparator.comparing(Count::lastAt).reversed())
        .toList();
  }
}
