package shopbell.card;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;
import shopbell.model.card.CustomerSummary;

/** Everything stored about a customer. */
@FunctionalInterface
public interface SummaryStore {
  /** In one round trip; fails with NOT_FOUND when there is no such customer. */
  Future<CustomerSummary> of(UUID customer, Instant now);
}
