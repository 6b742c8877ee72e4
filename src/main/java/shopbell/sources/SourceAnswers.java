package shopbell.sources;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import shopbell.model.event.CustomerRecord;

/** What sources have answered, kept so that the next arrival begins with it. */
public interface SourceAnswers {
  /** Whom to ask about, and when each source last answered about this customer. */
  record Known(SourceQuery asked, Map<String, Instant> answeredAt) {
    public Known {
      answeredAt = Map.copyOf(answeredAt);
    }
  }

  /** Fails with NOT_FOUND when there is no such customer. */
  Future<Known> about(UUID customer);

  /** Those of {@code ids} (customers, tickets, orders) that are kept here as somebody else's than {@code sourceQuery} names. */
  Future<Set<UUID>> elsewhere(SourceQuery sourceQuery, List<UUID> ids);

  /** A record of a person that is here already: the one that stands for the person, and what they are called. */
  record Here(UUID customer, String name) {}

  /** Those of {@code ids} that are kept here as a customer's record. */
  Future<Map<UUID, Here>> here(List<UUID> ids);

  /** Keeps a record of a person whom nobody here knew. Fails with {@link shopbell.model.Unavailable}. */
  Future<Void> add(String source, CustomerRecord record);

  /**
   * Takes the place of what {@code source} answered about the customer before: of a whole answer, a ticket that it names no
   * more is closed. A customer who has been forgotten meanwhile stays so. Completes with the number of records that
   * are left out because they are not about this customer. Fails with {@link shopbell.model.Unavailable}.
   */
  Future<Integer> keep(String source, SourceQuery sourceQuery, Source.Answer answer, Instant now);
}
