package shopbell.desk;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import shopbell.events.Change;
import shopbell.events.ChangePublisher;
import shopbell.events.Topic;
import shopbell.metrics.Meters;
import shopbell.model.Agent;
import shopbell.model.card.Card;
import shopbell.model.card.RemovalReason;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.security.AccessEntry;
import shopbell.security.AccessRecorder;

/**
 * Tracks which card is on which agent's desk, and whose browser paints. Thread-safe: short critical sections without
 * I/O.
 */
public final class Desk {
  private final Meters meters;
  private final InstantSource clock;
  private final AccessRecorder accessRecorder;
  private final Map<UUID, ShownCard> cards = new HashMap<>();
  private final ConnectedAgents agents = new ConnectedAgents();
  private final PendingCards pendingCards = new PendingCards();
  private final ChangePublisher changes;

  /** {@code accessRecorder} records when a card with a customer is shown to an agent. */
  public Desk(
      Meters meters, InstantSource clock, AccessRecorder accessRecorder, ChangePublisher changes) {
    this.meters = meters;
    this.changes = changes;
    this.accessRecorder = accessRecorder;
    this.clock = clock;
    meters.gauge("shopbell.desk.sockets", "open agent sockets", this::sockets);
    meters.gauge("shopbell.desk.cards", "interactions shown on a desk", this::open);
    meters.gauge(
        "shopbell.desk.not.looking",
        "connected agents whose browser does not paint",
        this::notLooking);
  }

  /** Whether {@code tracked} concerns any connected agent. */
  public synchronized boolean concernsAnybody(TrackedInteraction tracked) {
    return agents.any(Audience.of(tracked.interaction()));
  }

  /**
   * True when {@code tracked} concerns no connected agent: its card is removed from every desk, and built
   * once such an agent connects.
   */
  public synchronized boolean shelved(TrackedInteraction tracked) {
    UUID id = tracked.interaction().id();
    Audience audience = Audience.of(tracked.interaction());
    if (agents.any(audience)) {
      return false;
    }
    ShownCard before = cards.remove(id);
    withdraw(id, before == null ? Set.of() : before.viewers(), RemovalReasons.of(tracked));
    pendingCards.put(id, audience);
    return true;
  }

  /**
   * Shows {@code card}, one version higher than before, to every agent it concerns, and removes it from all others.
   */
  public synchronized void put(TrackedInteraction tracked, Card card) {
    UUID id = tracked.interaction().id();
    ShownCard before = cards.get(id);
    pendingCards.remove(id);
    if (!Audience.open(tracked.interaction())) {
      cards.remove(id);
      withdraw(id, before == null ? Set.of() : before.viewers(), RemovalReasons.of(tracked));
      return;
    }
    Instant now = clock.instant();
    ShownCard.after(Optional.ofNullable(before), tracked, card, now)
        .ifPresent(shownCard -> put(tracked, Optional.ofNullable(before), shownCard, now));
  }

  private void put(
      TrackedInteraction tracked, Optional<ShownCard> last, ShownCard shownCard, Instant now) {
    UUID id = tracked.interaction().id();
    ShownCard before = last.orElse(null);
    Card next = shownCard.card();
    cards.put(id, shownCard);
    Set<String> left = before == null ? new HashSet<>() : new HashSet<>(before.viewers());
    for (AgentPresence agentPresence : agents.concerned(shownCard.audience())) {
      show(shownCard, agentPresence, !left.contains(agentPresence.agent().name()), now);
      if (before == null || !seen(before, next, agentPresence)) {
        saw(next, agentPresence.agent(), now);
      }
    }
    left.removeIf(name -> shownCard.viewers().contains(name) || shownStill(shownCard, name));
    withdraw(id, left, RemovalReasons.of(tracked));
    if (before == null) {
      meters.pushedAfter(Duration.between(next.timing().receivedAt(), now));
    }
  }

  /** The newest card of an open interaction, with all its messages. */
  public synchronized Optional<Card> card(UUID interaction) {
    return Optional.ofNullable(cards.get(interaction)).map(ShownCard::full);
  }

  /** All connected agents, by name. */
  public synchronized List<AgentStatus> seats() {
    // each card once: with thousands of agents, reading every agent's desk would be too expensive
    Map<String, Integer> open = new HashMap<>();
    cards
        .values()
        .forEach(card -> card.viewers().forEach(name -> open.merge(name, 1, Integer::sum)));
    return agents.all().stream()
        .map(p -> new AgentStatus(
            p.agent().name(),
            p.agent().queues(),
            true,
            p.looking(),
            open.getOrDefault(p.agent().name(), 0),
            p.since()))
        .sorted(Comparator.comparing(AgentStatus::name))
        .toList();
  }

  /** Those of {@code names} who are connected; with {@code looking} only those whose browser paints. */
  public synchronized List<String> here(List<String> names, boolean looking) {
    return names.stream()
        .filter(name -> agents.find(name).filter(p -> p.looking() || !looking).isPresent())
        .toList();
  }

  /** Connects the agent; completes when the whole desk is built. */
  Future<Void> arrives(Agent agent, DeskSocket tab) {
    List<UUID> missing;
    synchronized (this) {
      agents.arrives(agent, tab, clock.instant());
      changes.topicChanged(Topic.AGENTS);
      missing = pendingCards.concerning(agent);
    }
    return missing.isEmpty()
        ? Future.succeededFuture()
        : changes.publish(new Change.AgentArrived(missing));
  }

  /** The whole desk as it is now, which replaces all that was pushed before; empty when the tab has closed again. */
  synchronized Optional<String> welcome(Agent agent, DeskSocket tab) {
    Instant now = clock.instant();
    if (agents.find(agent.name()).filter(p -> p.tabs().contains(tab)).isEmpty()) {
      return Optional.empty();
    }
    tab.forget();
    List<ShownCard> desk = deskOf(agent);
    for (ShownCard shownCard : desk) {
      if (shownCard.viewers().add(agent.name())) {
        changes.topicChanged(Topic.AGENTS);
        saw(shownCard.card(), agent, now);
      }
    }
    return Optional.of(
        DeskMessages.welcome(agent, now, desk.stream().map(ShownCard::frame).toList()));
  }

  /** True when it was the agent's last tab. */
  synchronized boolean left(Agent agent, DeskSocket tab) {
    boolean last = agents.left(agent, tab);
    if (last) {
      changes.topicChanged(Topic.AGENTS);
    }
    return last;
  }

  synchronized void painted(Agent agent, UUID interaction, int version) {
    agents.find(agent.name()).ifPresent(agentPresence -> {
      boolean looked = agentPresence.looking();
      agentPresence.painted(interaction, version, clock.instant()).ifPresent(meters::paintedAfter);
      if (!looked) {
        changes.topicChanged(Topic.AGENTS);
      }
    });
  }

  /**
   * To be called several times a second: finds browsers that do not paint, and returns the agents whose browser has
   * just stopped.
   */
  public synchronized List<String> watch() {
    List<String> stopped = agents.stopped(clock.instant(), meters::notPainted);
    if (!stopped.isEmpty()) {
      changes.topicChanged(Topic.AGENTS);
    }
    return stopped;
  }

  /** Closes every socket; the browsers reconnect when the server is back. */
  public synchronized void close() {
    tabs(agentPresence -> true).forEach(DeskSocket::goodbye);
  }

  synchronized List<DeskSocket> tabs(Predicate<AgentPresence> of) {
    return agents.all().stream().filter(of).flatMap(p -> p.tabs().stream()).toList();
  }

  private void show(
      ShownCard shownCard, AgentPresence agentPresence, boolean arrives, Instant now) {
    UUID id = shownCard.card().interaction().orElseThrow().id();
    shownCard.viewers().add(agentPresence.agent().name());
    Optional<Instant> arrivedAt =
        arrives ? Optional.of(shownCard.card().timing().receivedAt()) : Optional.empty();
    agentPresence.pushed(id, shownCard.card().version(), arrivedAt, now);
    agents.owes(agentPresence);
    if (arrives) {
      changes.topicChanged(Topic.AGENTS);
    }
    Optional<String> news = arrives ? Optional.empty() : shownCard.news();
    agentPresence.tabs().forEach(tab -> tab.put(id, shownCard.frame(), news));
  }

  private void withdraw(UUID interaction, Set<String> viewers, RemovalReason reason) {
    String frame = DeskMessages.gone(interaction, reason);
    for (String name : viewers) {
      agents.find(name).ifPresent(agentPresence -> {
        agentPresence.gone(interaction);
        changes.topicChanged(Topic.AGENTS);
        agentPresence.tabs().forEach(tab -> tab.put(interaction, frame, Optional.empty()));
      });
    }
  }

  private static boolean seen(ShownCard before, Card next, AgentPresence agentPresence) {
    return before.viewers().contains(agentPresence.agent().name())
        && before.card().match().customer().equals(next.match().customer());
  }

  private void saw(Card card, Agent agent, Instant at) {
    Optional<UUID> customer = card.match().customer();
    if (customer.isPresent()) {
      accessRecorder.saw(new AccessEntry(
          at,
          agent.name(),
          AccessEntry.Why.RANG,
          customer,
          card.interaction().map(Interaction::id)));
    }
  }

  private boolean shownStill(ShownCard shownCard, String name) {
    return agents
        .find(name)
        .filter(p -> shownCard.audience().includes(p.agent()))
        .isPresent();
  }

  private List<ShownCard> deskOf(Agent agent) {
    List<ShownCard> desk = new ArrayList<>();
    for (ShownCard shownCard : cards.values()) {
      if (shownCard.audience().includes(agent)) {
        desk.add(shownCard);
      }
    }
    desk.sort(Comparator.comparing(s -> s.card().interaction().orElseThrow().arrivedAt()));
    return desk;
  }

  private synchronized int sockets() {
    return agents.all().stream().mapToInt(p -> p.tabs().size()).sum();
  }

  private synchronized int open() {
    return cards.size();
  }

  private synchronized int notLooking() {
    return (int) agents.all().stream().filter(p -> !p.looking()).count();
  }
}
