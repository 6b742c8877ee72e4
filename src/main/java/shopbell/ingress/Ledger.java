package shopbell.ingress;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.model.Course;
import shopbell.model.Inbound;

/** Keeps what comes in; a kept event survives anything. */
public interface Ledger {
  /**
   * Keeps {@code event} and what follows from it, in one transaction; a repeated event (same door, same key) changes
   * nothing. Fails with {@link shopbell.model.Unavailable} when the store is away.
   */
  Future<Kept> keep(String door, Inbound event, Instant now);

  /**
   * What keeping an event has done.
   *
   * @param fresh false when the same event was kept before
   * @param course the interaction it belongs to, as it now stands
   * @param customers whose cards are out of date now
   */
  record Kept(boolean fresh, Optional<Course> course, Set<UUID> customers) {
    public Kept {
      customers = Set.copyOf(customers);
    }
  }
}
