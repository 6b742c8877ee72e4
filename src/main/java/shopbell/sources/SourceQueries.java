package shopbell.sources;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Both kinds of questions to other systems: about a known customer, and about a caller without a customer. */
public record SourceQueries(Sources sources, UnknownCallerSearch callers) {
  /** Asks about whom a card names, where that is {@code news}, or who the caller could be, once and at each news. */
  public void begin(UUID interaction, Optional<UUID> customer, boolean news) {
    if (customer.isEmpty()) {
      callers.ask(interaction, news);
    } else if (news) {
      sources.ask(customer.get());
    }
  }

  /** Asks anew; completes before anybody has answered. */
  public Future<Void> refresh(UUID interaction, Optional<UUID> customer) {
    if (customer.isEmpty()) {
      callers.ask(interaction, true);
    }
    return customer.map(sources::refresh).orElseGet(Future::succeededFuture);
  }

  /** To be called every few seconds with who is on a card: sources that were in trouble are asked again. */
  public void recover(Set<UUID> customers) {
    sources.recover(customers);
    callers.recover();
  }
}
