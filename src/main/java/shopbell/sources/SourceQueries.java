package shopbell.sources;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Queries about both known customers and unknown callers. */
public record SourceQueries(Sources sources, UnknownCallerSearch callers) {
  /** Queries about the card's customer, if {@code news}, or about the unknown caller, once and after each change. */
  public void begin(UUID interaction, Optional<UUID> customer, boolean news) {
    if (customer.isEmpty()) {
      callers.ask(interaction, news);
    } else if (news) {
      sources.ask(customer.get());
    }
  }

  /** Queries again; completes before any source has answered. */
  public Future<Void> refresh(UUID interaction, Optional<UUID> customer) {
    if (customer.isEmpty()) {
      callers.ask(interaction, true);
    }
    return customer.map(sources::refresh).orElseGet(Future::succeededFuture);
  }

  /** To be called every few seconds with the customers on cards: queries sources again that had failed. */
  public void recover(Set<UUID> customers) {
    sources.recover(customers);
    callers.recover();
  }
}
