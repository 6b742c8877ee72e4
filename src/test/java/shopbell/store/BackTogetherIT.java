package shopbell.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.store.StoredRecords.NOW;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.desk.MissedInteractions.Missed;
import shopbell.model.Agent;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.Role;
import shopbell.model.event.EndCause;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionStep;
import shopbell.security.Session;
import shopbell.security.Users;
import shopbell.store.interaction.PgEventStore;
import shopbell.store.interaction.PgMissedInteractions;
import shopbell.store.security.PgSessions;
import shopbell.store.security.PgUsers;
import shopbell.store.sql.Database;

/** Many agents who reconnect at the same moment cause few queries, and each gets the same result as alone. */
class BackTogetherIT {
  private static final int PEOPLE = 60;
  private static final int QUEUES = 5;
  private static final Instant BACK = NOW.plus(Duration.ofHours(1));

  /** A session and when it is shown. */
  private record Shown(String token, Instant at) {}

  private static Vertx vertx;
  private static PgSessions sessions;
  private static PgMissedInteractions absences;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    Database database = TestDatabase.open(vertx);
    sessions = new PgSessions(database);
    absences = new PgMissedInteractions(database);
    PgUsers users = new PgUsers(database);
    PgEventStore ledger = new PgEventStore(database);
    for (int n = 0; n < PEOPLE; n++) {
      Waiting.on(users.put(new Users.Account(agent(n), "none")));
      Waiting.on(ledger.keep("pbx", event(n, InteractionStep.RINGING, called(n)), BACK));
      Waiting.on(ledger.keep("pbx", event(n, InteractionStep.ENDED, List.of()), BACK));
    }
  }

  @AfterAll
  static void close() {
    Waiting.on(vertx.close());
  }

  private static Agent agent(int n) {
    return new Agent(
        name(n),
        n % 3 == 0 ? Role.SUPERVISOR : Role.AGENT,
        n % 2 == 0 ? List.of("ext-" + n, "mail-" + n) : List.of(),
        n % 6 == 0 ? List.of() : List.of("queue-" + n % QUEUES));
  }

  private static String name(int n) {
    return "agent-" + n;
  }

  /** Some calls are for an alias, some for any agent of the queue. */
  private static List<String> called(int n) {
    return n % 4 == 0 ? List.of() : List.of(n % 4 == 2 ? "ext-" + n : name(n));
  }

  private static InteractionEvent event(
      int n, InteractionStep interactionStep, List<String> called) {
    boolean ended = interactionStep == InteractionStep.ENDED;
    EndCause endCause = n % 7 == 0 ? EndCause.FORWARDED : EndCause.ABANDONED;
    return new InteractionEvent(
        "call-" + n + interactionStep,
        NOW.plusSeconds(ended ? n + 20L : n),
        interactionStep,
        "call-" + n,
        Optional.of(Channel.CALL),
        Optional.of(Direction.IN),
        Optional.of("+4922147111"),
        Optional.empty(),
        Optional.of("queue-" + n % QUEUES),
        called,
        ended ? Optional.of(endCause) : Optional.empty(),
        List.of(),
        Map.of(),
        Optional.empty());
  }

  private static <K, T> List<T> atOnce(List<K> keys, Function<K, Future<T>> ask) {
    List<Future<T>> asked = keys.stream().map(ask).toList();
    return asked.stream().map(Waiting::on).toList();
  }

  private static <K, T> List<T> alone(List<K> keys, Function<K, Future<T>> ask) {
    return keys.stream().map(key -> Waiting.on(ask.apply(key))).toList();
  }

  private Future<Optional<Agent>> shownBy(Shown one) {
    return sessions.find(one.token(), one.at()).map(found -> found.map(Session::agent));
  }

  @Test
  void everySessionIsFoundAsIfShownAloneAndNoOther() {
    Instant now = Instant.now();
    Instant end = now.plus(Duration.ofHours(1));
    List<Shown> shown = new ArrayList<>();
    for (int n = 0; n < PEOPLE; n++) {
      String token = "token-" + n;
      Waiting.on(sessions.open(Session.begun(token, agent(n), now, false), end));
      shown.add(new Shown(token, now));
      shown.add(new Shown(token, end.plusSeconds(n - 30L)));
      shown.add(new Shown("nobody's-" + n, now));
    }
    Waiting.on(sessions.close("token-7"));
    Collections.shuffle(shown, new Random(7));
    List<Optional<Agent>> found = atOnce(shown, this::shownBy);
    assertEquals(alone(shown, this::shownBy), found);
    for (int n = 0; n < PEOPLE; n++) {
      Optional<Agent> his = n == 7 ? Optional.empty() : Optional.of(agent(n));
      assertEquals(his, found.get(shown.indexOf(new Shown("token-" + n, now))));
    }
    assertEquals(
        PEOPLE - 1 + 29,
        found.stream().filter(Optional::isPresent).count(),
        "while it lasts, and those shown before its end");
  }

  @Test
  void everyAgentSeesTheInteractionsMissedSinceLeavingOnce() {
    List<Integer> all = IntStream.range(0, PEOPLE).boxed().toList();
    leave(all);
    List<List<Missed>> alone = alone(all, n -> absences.missedBy(name(n), back(n)));
    assertEquals(
        List.of(),
        alone(all, n -> absences.missedBy(name(n), back(n))).stream()
            .flatMap(List::stream)
            .toList());
    leave(all);
    assertEquals(alone, atOnce(all, n -> absences.missedBy(name(n), back(n))));
    assertTrue(alone.stream().anyMatch(List::isEmpty));
    assertTrue(alone.stream().anyMatch(missed -> missed.size() > 1));
    assertEquals(
        List.of(),
        atOnce(all, n -> absences.missedBy(name(n), back(n))).stream()
            .flatMap(List::stream)
            .toList());
  }

  @Test
  void missedInteractionsAreShownInOneOfManyTabs() {
    leave(List.of(13));
    List<Integer> tabs = Collections.nCopies(PEOPLE, 13);
    List<List<Missed>> told = atOnce(tabs, n -> absences.missedBy(name(n), BACK));
    assertEquals(1, told.stream().filter(missed -> !missed.isEmpty()).count());
  }

  private static void leave(List<Integer> who) {
    who.forEach(n -> Waiting.on(absences.left(name(n), NOW.plusSeconds(n % 3 * 15L))));
  }

  /** Some are back before all that rang for them has ended. */
  private static Instant back(int n) {
    return n % 5 == 0 ? NOW.plusSeconds(2L * n) : BACK;
  }
}
