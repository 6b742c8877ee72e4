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
import java.util.function.Function;
import java.util.function.Predicate;
import shopbell.metrics.Meters;
import shopbell.model.Agent;
import shopbell.model.Card;
import shopbell.model.Course;
import shopbell.model.GoneReason;
import shopbell.model.Interaction;
import shopbell.security.AccessEntry;
import shopbell.security.AccessRecorder;

/** Which card is on whose desk, and who looks. Thread-safe: short critical sections, nothing is written inside one. */
public final class Desk {
  private final Meters meters;
  private final InstantSource clock;
  private final AccessRecorder accessRecorder;
  private final Map<UUID, Shown> cards = new HashMap<>();
  private final ConnectedAgents agents = new ConnectedAgents();
  private final Shelf shelf = new Shelf();
  private volatile Function<List<UUID>, Future<Void>> builder = ids -> Future.succeededFuture();

  /** {@code accessRecorder} is told when a card with a customer comes to somebody's desk. */
  public Desk(Meters meters, InstantSource clock, AccessRecorder accessRecorder) {
    this.meters = meters;
    this.accessRecorder = accessRecorder;
    this.clock = clock;
    meters.gauge("shopbell.desk.sockets", "open agent sockets", this::sockets);
    meters.gauge("shopbell.desk.cards", "interactions that are on a desk", this::open);
    meters.gauge(
        "shopbell.desk.not.looking",
        "connected agents whose browser does not paint",
        this::notLooking);
  }

  /**
   * From now on {@code builder} is asked for the cards that somebody who comes needs and that are on the shelf; until it is
   * done, whoever comes waits for the welcome.
   */
  public void onArrival(Function<List<UUID>, Future<Void>> builder) {
    this.builder = builder;
  }

  /** Whether {@code course} concerns anybody who is here. */
  public synchronized boolean concernsAnybody(Course course) {
    return agents.any(Audience.of(course.interaction()));
  }

  /**
   * True when {@code course} concerns nobody who is here: its card leaves every desk, and is asked for once somebody comes
   * whom it concerns.
   */
  public synchronized boolean shelved(Course course) {
    UUID id = course.interaction().id();
    Audience audience = Audience.of(course.interaction());
    if (agents.any(audience)) {
      return false;
    }
    Shown before = cards.remove(id);
    withdraw(id, before == null ? Set.of() : before.viewers(), Leaving.of(course));
    shelf.put(id, audience);
    return true;
  }

  /** Shows {@code card}, one version higher than before, to all whom it concerns, and takes it from all others. */
  public synchronized void put(Course course, Card card) {
    UUID id = course.interaction().id();
    Shown before = cards.get(id);
    shelf.remove(id);
    if (!Audience.open(course.interaction())) {
      cards.remove(id);
      withdraw(id, before == null ? Set.of() : before.viewers(), Leaving.of(course));
      return;
    }
    Instant now = clock.instant();
    Shown.after(Optional.ofNullable(before), course, card, now)
        .ifPresent(shown -> put(course, Optional.ofNullable(before), shown, now));
  }

  private void put(Course course, Optional<Shown> last, Shown shown, Instant now) {
    UUID id = course.interaction().id();
    Shown before = last.orElse(null);
    Card next = shown.card();
    cards.put(id, shown);
    Set<String> left = before == null ? new HashSet<>() : new HashSet<>(before.viewers());
    for (Presence presence : agents.concerned(shown.audience())) {
      show(shown, presence, !left.contains(presence.agent().name()), now);
      if (before == null || !seen(before, next, presence)) {
        saw(next, presence.agent(), now);
      }
    }
    left.removeIf(name -> shown.viewers().contains(name) || shownStill(shown, name));
    withdraw(id, left, Leaving.of(course));
    if (before == null) {
      meters.pushedAfter(Duration.between(next.timing().receivedAt(), now));
    }
  }

  /** The newest card of an interaction that is open, with all its messages. */
  public synchronized Optional<Card> card(UUID interaction) {
    return Optional.ofNullable(cards.get(interaction)).map(Shown::full);
  }

  /** Everybody who is connected, by name. */
  public synchronized List<Seat> seats() {
    // each card once: with thousands at the desk, every agent's desk would be too much for one look
    Map<String, Integer> open = new HashMap<>();
    cards
        .values()
        .forEach(card -> card.viewers().forEach(name -> open.merge(name, 1, Integer::sum)));
    return agents.all().stream()
        .map(p -> new Seat(
            p.agent().name(),
            p.agent().queues(),
            true,
            p.looking(),
            open.getOrDefault(p.agent().name(), 0),
            p.since()))
        .sorted(Comparator.comparing(Seat::name))
        .toList();
  }

  /** Those of {@code names} who are connected; with {@code looking} only those whose browser paints. */
  public synchronized List<String> here(List<String> names, boolean looking) {
    return names.stream()
        .filter(name -> agents.find(name).filter(p -> p.looking() || !looking).isPresent())
        .toList();
  }

  /** From now on the agent is here; completes when the whole desk is built. */
  Future<Void> arrives(Agent agent, DeskSocket tab) {
    List<UUID> missing;
    synchronized (this) {
      agents.arrives(agent, tab, clock.instant());
      missing = shelf.concerning(agent);
    }
    return missing.isEmpty() ? Future.succeededFuture() : builder.apply(missing);
  }

  /** The whole desk as it stands, in the place of all that was pushed before; empty when the tab has gone again. */
  synchronized Optional<String> welcome(Agent agent, DeskSocket tab) {
    Instant now = clock.instant();
    if (agents.find(agent.name()).filter(p -> p.tabs().contains(tab)).isEmpty()) {
      return Optional.empty();
    }
    tab.forget();
    List<Shown> desk = deskOf(agent);
    for (Shown shown : desk) {
      if (shown.viewers().add(agent.name())) {
        saw(shown.card(), agent, now);
      }
    }
    return Optional.of(
        Frames.welcome(agent, now, desk.stream().map(Shown::frame).toList()));
  }

  /** True when it was the agent's last tab. */
  synchronized boolean left(Agent agent, DeskSocket tab) {
    return agents.left(agent, tab);
  }

  synchronized void painted(Agent agent, UUID interaction, int version) {
    agents
        .find(agent.name())
        .flatMap(presence -> presence.painted(interaction, version, clock.instant()))
        .ifPresent(meters::paintedAfter);
  }

  /** To be called several times a second: finds out who does not look, and names those who have just stopped to. */
  public synchronized List<String> watch() {
    return agents.stopped(clock.instant(), meters::notPainted);
  }

  /** Says goodbye to every browser; they come back when the server does. */
  public synchronized void close() {
    tabs(presence -> true).forEach(DeskSocket::goodbye);
  }

  synchronized List<DeskSocket> tabs(Predicate<Presence> of) {
    return agents.all().stream().filter(of).flatMap(p -> p.tabs().stream()).toList();
  }

  private void show(Shown shown, Presence presence, boolean arrives, Instant now) {
    UUID id = shown.card().interaction().orElseThrow().id();
    shown.viewers().add(presence.agent().name());
    Optional<Instant> arrivedAt =
        arrives ? Optional.of(shown.card().timing().receivedAt()) : Optional.empty();
    presence.pushed(id, shown.card().version(), arrivedAt, now);
    agents.owes(presence);
    Optional<String> news = arrives ? Optional.empty() : shown.news();
    presence.tabs().forEach(tab -> tab.put(id, shown.frame(), news));
  }

  private void withdraw(UUID interaction, Set<String> viewers, GoneReason reason) {
    String frame = Frames.gone(interaction, reason);
    for (String name : viewers) {
      agents.find(name).ifPresent(presence -> {
        presence.gone(interaction);
        presence.tabs().forEach(tab -> tab.put(interaction, frame, Optional.empty()));
      });
    }
  }

  private static boolean seen(Shown before, Card next, Presence presence) {
    return before.viewers().contains(presence.agent().name())
        && before.card().match().customer().equals(next.match().customer());
  }

  private void saw(Card card, Agent agent, Instant at) {
    Optional<UUID> customer = card.match().customer();
    if (customer.isPresent()) {
      accessRecorder.saw(new AccessEntry(
          at, agent.name(), AccessEntry.Why.RANG, customer, card.interaction().map(Interaction::id)));
    }
  }

  private boolean shownStill(Shown shown, String name) {
    return agents.find(name).filter(p -> shown.audience().includes(p.agent())).isPresent();
  }

  private List<Shown> deskOf(Agent agent) {
    List<Shown> desk = new ArrayList<>();
    for (Shown shown : cards.values()) {
      if (shown.audience().includes(agent)) {
        desk.add(shown);
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
