package shopbell.sources;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Stores the answers of sources, so that the next interaction has them at once. */
public interface SourceAnswers {
  /** The query for a customer, and when each source last answered it. */
  record Known(SourceQuery asked, Map<String, Instant> answeredAt) {
    public Known {
      answeredAt = Map.copyOf(answeredAt);
    }
  }

  /** Fails with NOT_FOUND when there is no such customer. */
  Future<Known> about(UUID customer);

  /**
   * Those of {@code ids} (customers, tickets, orders) that the store has under another customer than
   * {@code sourceQuery} names.
   */
  Future<Set<UUID>> elsewhere(SourceQuery sourceQuery, List<UUID> ids);

  /** A stored record of a person: its surviving record, and the person's name. */
  record Here(UUID customer, String name) {}

  /** Those of {@code ids} that are stored as a customer's record. */
  Future<Map<UUID, Here>> here(List<UUID> ids);

  /**
   * Replaces what {@code source} answered about the customer before: a ticket missing from a whole answer is closed. A
   * customer who was deleted meanwhile stays deleted. Completes with the number of records left out because they are
   * not about this customer. Fails with {@link shopbell.model.Unavailable}.
   */
  Future<Integer> keep(
      String source, SourceQuery sourceQuery, Source.SourceAnswer sourceAnswer, Instant now);
}
