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

/** The agents with an open tab, and those of them whose browser has cards to paint. Guarded by its {@link Desk}. */
final class ConnectedAgents {
  private final Map<String, Presence> present = new HashMap<>();
  private final Set<Presence> owing = new LinkedHashSet<>();

  /** The agent's presence, begun at {@code now} where this is the first tab. */
  Presence arrives(Agent agent, DeskSocket tab, Instant now) {
    Presence presence = present.computeIfAbsent(agent.name(), name -> new Presence(agent, now));
    presence.arrives(tab);
    return presence;
  }

  /** True when it was the agent's last tab. */
  boolean left(Agent agent, DeskSocket tab) {
    Presence presence = present.get(agent.name());
    if (presence == null || !presence.tabs().remove(tab) || !presence.tabs().isEmpty()) {
      return false;
    }
    owing.remove(present.remove(agent.name()));
    return true;
  }

  /** Empty when nobody of that name is connected. */
  Optional<Presence> find(String name) {
    return Optional.ofNullable(present.get(name));
  }

  /** Everybody, in no order. */
  Collection<Presence> all() {
    return present.values();
  }

  /** Those for whom an interaction of this {@code audience} is. */
  List<Presence> concerned(Audience audience) {
    if (!audience.named().isEmpty()) {
      return audience.named().stream()
          .distinct()
          .filter(present::containsKey)
          .map(present::get)
          .toList();
    }
    return present.values().stream().filter(p -> audience.includes(p.agent())).toList();
  }

  /** Whether there are such agents. */
  boolean any(Audience audience) {
    return audience.named().isEmpty()
        ? present.values().stream().anyMatch(p -> audience.includes(p.agent()))
        : audience.named().stream().anyMatch(present::containsKey);
  }

  /** This one's browser has something to paint. */
  void owes(Presence presence) {
    owing.add(presence);
  }

  /** Finds out which browsers do not paint in time: {@code notPainted} runs for each card, and those that have just stopped are named. */
  List<String> stopped(Instant now, Runnable notPainted) {
    List<String> stopped = new ArrayList<>();
    // most of ten thousand owe nothing
    owing.removeIf(presence -> !presence.owes());
    for (Presence presence : owing) {
      boolean looked = presence.looking();
      for (int overdue = presence.overdue(now); overdue > 0; overdue--) {
        notPainted.run();
      }
      if (looked && !presence.looking()) {
        stopped.add(presence.agent().name());
      }
    }
    return stopped;
  }
}
