package shopbell.interaction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Indexes open interactions by customer. Thread-safe. */
public final class InteractionsByCustomer {
  private final Map<UUID, UUID> customers = new HashMap<>();
  private final Map<UUID, Set<UUID>> interactions = new HashMap<>();

  /** True when {@code interaction} had no customer or another customer before. */
  public synchronized boolean now(UUID interaction, UUID customer) {
    if (customer.equals(customers.get(interaction))) {
      return false;
    }
    over(interaction);
    customers.put(interaction, customer);
    interactions.computeIfAbsent(customer, first -> new HashSet<>()).add(interaction);
    return true;
  }

  /** Removes an interaction that has ended. */
  public synchronized void over(UUID interaction) {
    UUID customer = customers.remove(interaction);
    if (customer != null) {
      interactions.computeIfPresent(customer, (id, all) -> {
        all.remove(interaction);
        return all.isEmpty() ? null : all;
      });
    }
  }

  /** The open interactions of one customer, in no order. */
  public synchronized List<UUID> about(UUID customer) {
    return List.copyOf(interactions.getOrDefault(customer, Set.of()));
  }

  /** Those of the same customer, without {@code interaction}. */
  public synchronized List<UUID> others(UUID interaction) {
    UUID customer = customers.get(interaction);
    return customer == null
        ? List.of()
        : about(customer).stream().filter(id -> !id.equals(interaction)).toList();
  }

  /** All customers with an open interaction. */
  public synchronized Set<UUID> customers() {
    return Set.copyOf(interactions.keySet());
  }
}
