package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopbell.model.Role;
import shopbell.screen.KillableServer;
import shopbell.store.TestDatabase;

/**
 * Two server processes on two machines, as network namespaces; the link between them is silently cut while both reach
 * PostgreSQL, and restored; {@code -Drounds=3} times. Prints after how long each saw what.
 */
@Tag("split")
class SplitBench {
  private static final PrintStream OUT = System.out;
  private static final int WARM = 40;
  private static final int CALLS = 4;
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final Duration IN_GOOD_TIME = Duration.ofSeconds(8);

  /** A lost node is detected after 10 s, and all cards are rebuilt every 30 s; a moment for the building. */
  private static final Duration LEARNED = Duration.ofSeconds(42);

  private final String database = RunningShop.freshDatabase();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final NetworkNamespaces networkNamespaces = NetworkNamespaces.open();

  @TempDir
  Path folder;

  private Certificates certificates;
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger told = new AtomicInteger();
  private final Set<String> ringing = ConcurrentHashMap.newKeySet();
  private StepDurations stepDurations = new StepDurations();
  private String sue;
  private Node a;
  private Node b;

  /** A server, its link to PostgreSQL, and an agent connected to it. */
  private record Node(Proxy postgres, KillableServer server, DeskClient seat) {
    void close() {
      seat.close();
      server.close();
      postgres.close();
    }
  }

  @BeforeEach
  void open() throws IOException {
    String anna;
    String ben;
    try (RunningShop shop = RunningShop.open(Map.of("database.url", database))) {
      shop.hire("anna", "support").hire("ben", "support").hire("sue", Role.SUPERVISOR, List.of());
      sue = shop.signIn("sue");
      anna = shop.signIn("anna");
      ben = shop.signIn("ben");
    }
    a = node(1, anna);
    b = node(2, ben);
    Waiting.until("each knows who is at the other", this::together);
  }

  @AfterEach
  void close() {
    Stream.of(a, b).filter(node -> node != null).forEach(Node::close);
    networkNamespaces.close();
    Waiting.on(vertx.close());
  }

  @Test
  void bothSidesGoOnByWhatTheDatabaseSaysAndAreOneAgainAfterwards() {
    for (int call = 0; call < WARM; call++) {
      end(a, ring("warming", a, b));
      end(b, ring("warming", b, a));
    }
    stepDurations = new StepDurations();
    bothWays("connected", AT_ONCE);
    for (int round = 1; round <= Integer.getInteger("rounds", 3); round++) {
      cutUntilTheyMissEachOther(round);
      cutForAMoment();
    }
    stepDurations.print(OUT);
    assertEquals(told.get(), rows("select 1 from interaction"), "calls lost or doubled");
    assertEquals(ringing.size(), rows("select 1 from interaction where state = 'ringing'"));
    Stream.of(a, b).forEach(this::everythingOnce);
  }

  private void cutUntilTheyMissEachOther(int round) {
    networkNamespaces.cut(1);
    long cut = System.nanoTime();
    Waiting.until("each lists its own", this::apart);
    stepDurations.add("cut: each side lists its own agents alone", cut);
    String mia = call();
    String phone = "+492214711" + round;
    tell(b, Event.ringing(mia, phone, "ben"));
    tell(a, Event.customer("c" + round, "Mia Falk", phone));
    long known = System.nanoTime();
    bothWays("cut", IN_GOOD_TIME);
    Waiting.until("the other side knows her, too", LEARNED, () -> isKnown(mia));
    stepDurations.add("cut: a customer told to one side is on the other's card", known);
    end(b, mia);
    assertTrue(apart());
    assertEquals(1, rows("select 1 from duty where until > now()"), "who do the scheduled work");
    healed(1, "mended");
  }

  /** Shorter than it takes to detect a lost node. */
  private void cutForAMoment() {
    networkNamespaces.cut(2);
    String here = ring("cut for a moment", a, b);
    String there = ring("cut for a moment", b, a);
    healed(2, "mended at once");
    end(b, here);
    end(a, there);
  }

  private void healed(int number, String when) {
    networkNamespaces.mend(number);
    long mended = System.nanoTime();
    Waiting.until("they are one again", this::together);
    stepDurations.add(when + ": each side lists all agents", mended);
    bothWays(when, AT_ONCE);
  }

  /** Calls arrive at each node: they ring there at once, and in good time at the other. The last of each stays. */
  private void bothWays(String when, Duration within) {
    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> calls(when, a, b, within)),
            CompletableFuture.runAsync(() -> calls(when, b, a, within)))
        .join();
  }

  private void calls(String when, Node door, Node other, Duration within) {
    for (int call = 1; call <= CALLS; call++) {
      long before = System.nanoTime();
      String rings = ring(when, door, other);
      assertTrue(System.nanoTime() - before < within.toNanos(), "not in time at the other node");
      if (call < CALLS) {
        end(door, rings);
        other.seat().gone(Event.ended(rings, "").interaction());
      }
    }
  }

  private String ring(String when, Node door, Node other) {
    String call = call();
    Event ring = Event.ringing(call, "+49301", "anna", "ben");
    long told = System.nanoTime();
    tell(door, ring);
    door.seat().card(ring.interaction(), "ringing");
    long here = stepDurations.add(when + ": a call rings where it comes in", told);
    assertTrue(when.equals("warming") || here < AT_ONCE.toMillis(), "not at once");
    other.seat().card(ring.interaction(), "ringing");
    stepDurations.add(when + ": it rings at the other", told);
    return call;
  }

  private String call() {
    String call = UUID.randomUUID().toString();
    told.incrementAndGet();
    ringing.add(call);
    return call;
  }

  private void end(Node door, String call) {
    tell(door, Event.ended(call, "abandoned"));
    ringing.remove(call);
  }

  private boolean isKnown(String call) {
    String id = Event.ended(call, "").interaction().toString();
    return b.seat().frames("card").stream()
        .filter(card -> card.at("/interaction/id").asText().equals(id))
        .anyMatch(card -> card.at("/customer/name").asText().equals("Mia Falk"));
  }

  /** The agent connected all the time, and one who connects now, see what rings and nothing else. */
  private void everythingOnce(Node node) {
    Set<String> expected = new HashSet<>();
    ringing.forEach(call -> expected.add(Event.ended(call, "").interaction().toString()));
    List<JsonNode> cards = node.seat().frames("card");
    Set<String> stayed = ids(cards, "/interaction/id");
    stayed.removeAll(ids(node.seat().frames("gone"), "/interaction"));
    assertEquals(expected, stayed);
    List<String> versions = cards.stream()
        .map(card -> card.at("/interaction/id").asText() + " " + card.path("version"))
        .toList();
    assertEquals(new HashSet<>(versions).size(), versions.size(), "a card came twice");
    try (DeskClient fresh = DeskClient.at(http, node.server().url(), node.seat().cookie())) {
      Set<String> desk = new HashSet<>();
      fresh
          .frames("welcome")
          .get(0)
          .path("desk")
          .forEach(card -> desk.add(card.at("/interaction/id").asText()));
      assertEquals(expected, desk);
    }
  }

  private static Set<String> ids(List<JsonNode> frames, String where) {
    Set<String> ids = new HashSet<>();
    frames.forEach(frame -> ids.add(frame.at(where).asText()));
    return ids;
  }

  private Node node(int number, String cookie) throws IOException {
    URI at = URI.create(database);
    Proxy postgres = new Proxy(NetworkNamespaces.here(number), at.getPort(), at.getPort());
    String url = database.replace(at.getHost(), NetworkNamespaces.here(number).getHostAddress());
    String members =
        NetworkNamespaces.cluster(1) + ":5701," + NetworkNamespaces.cluster(2) + ":5701";
    Map<String, String> settings = new HashMap<>(TwoNodes.node(url, members, 5701));
    settings.put("cluster.host", NetworkNamespaces.cluster(number));
    certificates = certificates == null ? Certificates.in(folder) : certificates;
    settings.putAll(certificates.node("node"));
    settings.put("http.host", NetworkNamespaces.house(number));
    settings.put("http.port", "8080");
    KillableServer server = KillableServer.start(networkNamespaces.on(number), settings);
    return new Node(postgres, server, DeskClient.at(http, server.url(), cookie));
  }

  private void tell(Node node, Event event) {
    call(node, "POST", "/in/events")
        .key(RunningShop.KEY)
        .cloudEvent(event)
        .send()
        .expect(202);
  }

  private boolean together() {
    return Set.of("anna", "ben").equals(seated(a)) && seated(a).equals(seated(b));
  }

  private boolean apart() {
    return Set.of("anna").equals(seated(a)) && Set.of("ben").equals(seated(b));
  }

  private Set<String> seated(Node node) {
    Set<String> names = new TreeSet<>();
    call(node, "GET", "/api/v1/agents")
        .cookie(sue)
        .send()
        .expect(200)
        .json()
        .path("items")
        .forEach(seat -> names.add(seat.path("name").asText()));
    return names;
  }

  private Call call(Node node, String method, String path) {
    return new Call(http, URI.create(node.server().url() + path), method);
  }

  private int rows(String sql) {
    return Waiting.on(TestDatabase.ask(vertx, database, sql));
  }
}
