package shopbell.journey;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import shopbell.model.Handle;
import shopbell.model.event.Visit;

/** Stores visits in batches. */
public interface VisitStore {
  /**
   * Stores all of {@code visits} in one transaction, or none; a visit stored before changes nothing. Fails with
   * {@link shopbell.model.Unavailable} when the store is unavailable, with {@link shopbell.model.Rejected} when one of
   * them can never be stored.
   */
  Future<SavedVisits> keep(List<Visit> visits, Instant now);

  /**
   * The result of storing a batch.
   *
   * @param fresh the number of new steps
   * @param customers the customers with outdated cards
   * @param joined records that may now be one person with others
   * @param known cookies and numbers that now lead to a customer
   */
  record SavedVisits(int fresh, Set<UUID> customers, Set<UUID> joined, List<Handle> known) {
    public SavedVisits {
      customers = Set.copyOf(customers);
      joined = Set.copyOf(joined);
      known = List.copyOf(known);
    }
  }
}
