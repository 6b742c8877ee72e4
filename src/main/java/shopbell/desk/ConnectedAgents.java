package shopbell.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shopbell.model.Agent;

/** The agents with an open tab, and those of them with cards to paint. Guarded by its {@link Desk}. */
final class ConnectedAgents {
  private final Map<String, AgentPresence> present = new HashMap<>();
  private final Set<AgentPresence> owing = new LinkedHashSet<>();

  /** The agent's presence, created at {@code now} where this is the first tab. */
  AgentPresence arrives(Agent agent, DeskSocket tab, Instant now) {
    AgentPresence agentPresence =
        present.computeIfAbsent(agent.name(), name -> new AgentPresence(agent, now));
    agentPresence.arrives(tab);
    return agentPresence;
  }

  /** True when it was the agent's last tab. */
  boolean left(Agent agent, DeskSocket tab) {
    AgentPresence agentPresence = present.get(agent.name());
    if (agentPresence == null
        || !agentPresence.tabs().remove(tab)
        || !agentPresence.tabs().isEmpty()) {
      return false;
    }
    owing.remove(present.remove(agent.name()));
    return true;
  }

  /** Empty when no agent of that name is connected. */
  Optional<AgentPresence> find(String name) {
    return Optional.ofNullable(present.get(name));
  }

  /** All of them, in no order. */
  Collection<AgentPresence> all() {
    return present.values();
  }

  /** The agents in {@code audience}. */
  List<AgentPresence> concerned(Audience audience) {
    if (!audience.named().isEmpty()) {
      return audience.named().stream()
          .distinct()
          .filter(present::containsKey)
          .map(present::get)
          .toList();
    }
    return present.values().stream().filter(p -> audience.includes(p.agent())).toList();
  }

  /** Whether the audience contains a connected agent. */
  boolean any(Audience audience) {
    return audience.named().isEmpty()
        ? present.values().stream().anyMatch(p -> audience.includes(p.agent()))
        : audience.named().stream().anyMatch(present::containsKey);
  }

  /** Marks that this agent's browser has a card to paint. */
  void owes(AgentPresence agentPresence) {
    owing.add(agentPresence);
  }

  /**
   * Finds browsers that do not paint in time: runs {@code notPainted} for each card, and returns the agents whose
   * browser has just stopped.
   */
  List<String> stopped(Instant now, Runnable notPainted) {
    List<String> stopped = new ArrayList<>();
    // most of ten thousand have no card to paint
    owing.removeIf(agentPresence -> !agentPresence.owes());
    for (AgentPresence agentPresence : owing) {
      boolean looked = agentPresence.looking();
      for (int overdue = agentPresence.overdue(now); overdue > 0; overdue--) {
        notPainted.run();
      }
      if (looked && !agentPresence.looking()) {
        stopped.add(agentPresence.agent().name());
      }
    }
    return stopped;
  }
}
