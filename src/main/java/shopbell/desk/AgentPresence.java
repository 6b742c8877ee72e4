package shopbell.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Agent;

/** One connected agent: the open tabs, and the cards they have not painted yet. Guarded by its {@link Desk}. */
final class AgentPresence {
  static final Duration PATIENCE = Duration.ofMillis(1_500);

  /** Per session. */
  private static final int MOST_TABS = 8;

  /**
   * A version not painted yet; {@code arrivedAt} is when its interaction arrived, until it is painted for the first
   * time.
   */
  private record Pushed(
      int version, Optional<Instant> arrivedAt, Instant pushedAt, boolean counted) {}

  private final Agent agent;
  private final Instant since;
  private final List<DeskSocket> tabs = new ArrayList<>();
  private final Map<UUID, Pushed> unpainted = new HashMap<>();
  private boolean looking = true;

  AgentPresence(Agent agent, Instant since) {
    this.agent = agent;
    this.since = since;
  }

  Agent agent() {
    return agent;
  }

  Instant since() {
    return since;
  }

  List<DeskSocket> tabs() {
    return tabs;
  }

  /** Adds a tab; where its session has more than {@link #MOST_TABS}, the oldest are closed. */
  void arrives(DeskSocket tab) {
    tabs.add(tab);
    List<DeskSocket> same =
        tabs.stream().filter(other -> other.session().equals(tab.session())).toList();
    same.stream().limit(Math.max(0, same.size() - MOST_TABS)).forEach(DeskSocket::crowdedOut);
  }

  /** False from 1.5 s after a card that no tab has painted, until one is painted. */
  boolean looking() {
    return looking;
  }

  /** {@code arrivedAt} when the interaction is new to this agent. */
  void pushed(UUID interaction, int version, Optional<Instant> arrivedAt, Instant now) {
    Pushed before = unpainted.get(interaction);
    // the deadline counts from the first unpainted version
    Instant from = before == null ? now : before.pushedAt();
    Optional<Instant> arrived = before == null ? arrivedAt : before.arrivedAt().or(() -> arrivedAt);
    unpainted.put(
        interaction, new Pushed(version, arrived, from, before != null && before.counted()));
  }

  void gone(UUID interaction) {
    unpainted.remove(interaction);
  }

  /** The time from the arrival to the painted card; empty when it was painted before or the version is outdated. */
  Optional<Duration> painted(UUID interaction, int version, Instant now) {
    looking = true;
    Pushed pushed = unpainted.get(interaction);
    if (pushed == null || version < pushed.version()) {
      return Optional.empty();
    }
    unpainted.remove(interaction);
    return pushed.arrivedAt().map(at -> Duration.between(at, now));
  }

  /** Whether there are cards that no tab has painted yet. */
  boolean owes() {
    return !unpainted.isEmpty();
  }

  /** How many cards have become overdue since the last check. */
  int overdue(Instant now) {
    int overdue = 0;
    for (Map.Entry<UUID, Pushed> entry : unpainted.entrySet()) {
      Pushed pushed = entry.getValue();
      if (!pushed.counted() && pushed.pushedAt().plus(PATIENCE).isBefore(now)) {
        entry.setValue(new Pushed(pushed.version(), pushed.arrivedAt(), pushed.pushedAt(), true));
        overdue++;
      }
    }
    looking = looking && overdue == 0;
    return overdue;
  }
}
