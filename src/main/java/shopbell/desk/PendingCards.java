package shopbell.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import shopbell.model.Agent;

/**
 * Open interactions without a card, because no agent they concern is connected; searched when an agent connects.
 * Guarded by its {@link Desk}.
 */
final class PendingCards {
  private static final String ANYBODY = "";

  private final Map<UUID, Audience> audiences = new HashMap<>();
  private final Map<String, Set<UUID>> byAgent = new HashMap<>();
  private final Map<String, Set<UUID>> byQueue = new HashMap<>();

  void put(UUID interaction, Audience audience) {
    if (audience.equals(audiences.get(interaction))) {
      return;
    }
    remove(interaction);
    audiences.put(interaction, audience);
    audience.named().forEach(name -> into(byAgent, name, interaction));
    if (audience.named().isEmpty()) {
      into(byQueue, queue(audience), interaction);
    }
  }

  void remove(UUID interaction) {
    Audience audience = audiences.remove(interaction);
    if (audience != null) {
      audience.named().forEach(name -> from(byAgent, name, interaction));
      from(byQueue, queue(audience), interaction);
    }
  }

  /** Those that {@link Audience#includes} the agent. */
  List<UUID> concerning(Agent agent) {
    Set<UUID> found = new LinkedHashSet<>(byAgent.getOrDefault(agent.name(), Set.of()));
    found.addAll(byQueue.getOrDefault(ANYBODY, Set.of()));
    if (agent.queues().isEmpty()) {
      byQueue.values().forEach(found::addAll);
    }
    agent.queues().forEach(queue -> found.addAll(byQueue.getOrDefault(queue, Set.of())));
    return new ArrayList<>(found);
  }

  private static String queue(Audience audience) {
    return audience.queue().orElse(ANYBODY);
  }

  private static void into(Map<String, Set<UUID>> index, String key, UUID interaction) {
    index.computeIfAbsent(key, first -> new LinkedHashSet<>()).add(interaction);
  }

  private static void from(Map<String, Set<UUID>> index, String key, UUID interaction) {
    index.computeIfPresent(key, (k, all) -> {
      all.remove(interaction);
      return all.isEmpty() ? null : all;
    });
  }
}
