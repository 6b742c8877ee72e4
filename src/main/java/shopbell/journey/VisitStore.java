package shopbell.journey;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import shopbell.model.Handle;
import shopbell.model.event.Visit;

/** Keeps visits, very many of them. */
public interface VisitStore {
  /**
   * All of {@code visits} in one transaction, or none; one that was kept before changes nothing. Fails with {@link
   * shopbell.model.Unavailable} when the store is away, with {@link shopbell.model.Rejected} when one of them can
   * never be kept.
   */
  Future<Kept> keep(List<Visit> visits, Instant now);

  /**
   * What has changed.
   *
   * @param fresh the number of steps that were not known before
   * @param customers whose cards are out of date now
   * @param joined records that may be one person with others since now
   * @param known cookies and numbers that lead to a customer since now
   */
  record Kept(int fresh, Set<UUID> customers, Set<UUID> joined, List<Handle> known) {
    public Kept {
      customers = Set.copyOf(customers);
      joined = Set.copyOf(joined);
      known = List.copyOf(known);
    }
  }
}
