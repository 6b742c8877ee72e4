package shopbell.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import shopbell.DeskClient;
import shopbell.Event;
import shopbell.RunningShop;
import shopbell.Waiting;
import shopbell.model.ContractWord;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;
import shopbell.store.TestDatabase;

/** The command line as another process, beside a server on the same database. */
class UserCommandIT {
  @TempDir
  private Path folder;

  private final Map<String, String> settings = new HashMap<>(RunningShop.settings());
  private final RunningShop shop = RunningShop.open(settings, InstantSource.system());
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void configuration() throws IOException {
    Files.writeString(
        folder.resolve("shopbell.yaml"),
        "database:\n  url: " + settings.get("database.url") + "\n");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private int user(String... args) {
    said.getBuffer().setLength(0);
    PrintWriter out = new PrintWriter(said, true);
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--config";
    all[args.length + 1] = folder.resolve("shopbell.yaml").toString();
    return new CommandLine(new UserCommand())
        .registerConverter(Role.class, word -> ContractWord.of(Role.class, word))
        .setOut(out)
        .setErr(out)
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          out.println(failure.getMessage());
          return 1;
        })
        .execute(all);
  }

  private int sql(String statement) {
    return Waiting.on(
        TestDatabase.ask(shop.application().vertx(), settings.get("database.url"), statement));
  }

  private String cookieWith(String name, String secret) {
    return shop.call("POST", "/api/v1/session")
        .json(Map.of("name", name, "password", secret))
        .send()
        .expect(200)
        .cookie();
  }

  private static boolean onDesk(DeskClient deskClient, Event ringing) {
    String frames = deskClient.frames("welcome").toString() + deskClient.frames("card");
    return frames.contains(ringing.interaction().toString());
  }

  private String added(String... args) {
    assertEquals(0, user(args), said::toString);
    String[] words = said.toString().strip().split(" ", -1);
    assertEquals(2, words.length, said::toString);
    return words[1];
  }

  @Test
  void aCallReachesAnAgentWhoIsAddedAfterItRangWithinASecond() {
    Event ringing = Event.ringing(UUID.randomUUID().toString(), "+49301", "E\u0301mile\u00a0B");
    shop.tell(ringing);
    String secret = added("add", "emile", "--role", "agent", "--alias", "\u00c9MILE  b");
    Instant there = Instant.now();
    try (DeskClient emile = DeskClient.open(shop, cookieWith("emile", secret))) {
      Waiting.until("it is on the desk", () -> onDesk(emile, ringing));
    }
    assertTrue(Duration.between(there, Instant.now()).toMillis() < 3_000);
  }

  @Test
  void anOpenDeskGetsWhatRangForAnAliasThatIsGivenLater() {
    shop.hire("anna", "support");
    Event ringing = Event.ringing(UUID.randomUUID().toString(), "+49301", "4711-7");
    try (DeskClient anna = shop.seat("anna")) {
      shop.tell(ringing);
      String cookie = anna.cookie();
      assertEquals(0, user("set", "anna", "--alias", "47117"), said::toString);
      assertEquals(1012, anna.closedWith());
      try (DeskClient again = DeskClient.open(shop, cookie)) {
        Waiting.until("it is on the desk", () -> onDesk(again, ringing));
      }
    }
  }

  @Test
  void aListenerThatLostItsConnectionReadsAllAgain() {
    Event ringing = Event.ringing(UUID.randomUUID().toString(), "+49301", "fee at home");
    shop.tell(ringing);
    sql("alter table app_user disable trigger app_user_told");
    String secret = added("add", "fee", "--role", "agent", "--alias", "Fee at home");
    try (DeskClient fee = DeskClient.open(shop, cookieWith("fee", secret))) {
      assertFalse(onDesk(fee, ringing));
      Instant cut = Instant.now();
      int listeners = sql("select pg_terminate_backend(pid) from pg_stat_activity"
          + " where datname = current_database() and query like 'LISTEN%'");
      assertEquals(1, listeners);
      Waiting.until("it is on the desk", () -> onDesk(fee, ringing));
      assertTrue(Duration.between(cut, Instant.now()).toMillis() < 3_000);
    }
  }

  @Test
  void changesOnTheCommandLineAreInTheAudit() {
    added("add", "gil", "--role", "agent");
    assertEquals(0, user("set", "gil", "--role", "supervisor"));
    assertEquals(0, user("remove", "gil"));
    assertEquals(3, sql("select 1 from audit where actor = 'command line' and subject = 'gil'"));
  }

  @Test
  void addingAnExistingUserChangesOnlyTheGivenValues() {
    String secret = added("add", "ben", "--role", "supervisor", "--alias", "7", "--queue", "vip");
    String cookie = cookieWith("ben", secret);
    assertEquals(0, user("add", "ben", "--queue", "support", "--queue", "returns"));
    assertEquals("ben changed, same password", said.toString().strip());
    assertEquals(0, user("list"));
    assertTrue(said.toString().contains("ben\tsupervisor\tsupport, returns\t7"), said::toString);
    shop.call("GET", "/api/v1/session").cookie(cookie).send().expect(200);
    cookieWith("ben", secret);
    String other = added("add", "ben", "--new-secret");
    shop.call("GET", "/api/v1/session").cookie(cookie).send().problem(401);
    cookieWith("ben", other);
    assertEquals(0, user("set", "ben", "--no-queue", "--no-alias"));
    assertEquals(0, user("list"));
    assertTrue(said.toString().contains("ben\tsupervisor\tall queues\t\n"), said::toString);
  }

  @Test
  void aNewUserNeedsARoleAndAnUnknownUserCannotBeChanged() {
    assertEquals(1, user("add", "nora"));
    assertTrue(said.toString().contains("--role"), said::toString);
    assertEquals(1, user("set", "nora", "--role", "agent"));
    assertTrue(said.toString().contains("no user of that name"), said::toString);
    assertEquals(1, user("remove", "nora"));
  }

  @Test
  void twoUsersAreNotCalledTheSame() {
    shop.hire("anna", Role.AGENT, List.of(), "J\u00fcrgen", "101");
    assertEquals(
        1, user("add", "ben", "--role", "agent", "--alias", "x", "--alias", "JU\u0308RGEN"));
    assertEquals("Alias 2 is taken: anna is called so already.", said.toString().strip());
    assertEquals(1, user("add", "ben", "--role", "agent", "--alias", " ANNA"));
    assertEquals(1, user("add", "ANNA", "--role", "agent"));
    assertEquals(
        "The name is taken: anna is called so already.", said.toString().strip());
    String key = shop.key(ApiKeyScope.ADMIN);
    String problem = shop.call("POST", "/api/v1/users")
        .key(key)
        .json(Map.of("name", "ben", "aliases", List.of("\uff11\uff10\uff11")))
        .send()
        .problem(409)
        .toString();
    assertTrue(problem.contains("/aliases/0"), problem);
    shop.call("POST", "/api/v1/users")
        .key(key)
        .json(Map.of("name", "ben", "aliases", List.of("\u200b")))
        .send()
        .problem(422);
  }

  @Test
  void whoSharesAnAliasSinceEarlierIsMarkedAndCanBeChanged() {
    shop.hire("anna", Role.AGENT, List.of(), "101").hire("ben", Role.AGENT, List.of(), "102");
    sql("update app_user set aliases = '{101}', known_as = null where name = 'ben'");
    assertEquals(0, user("list"));
    assertTrue(said.toString().contains("ben\tagent\tall queues\t101 (!)"), said::toString);
    assertEquals(0, user("set", "ben", "--queue", "vip"), said::toString);
    assertEquals(0, user("set", "ben", "--alias", "102"), said::toString);
    assertEquals(1, user("set", "ben", "--alias", "101"), said::toString);
  }

  @Test
  void theLastAdministratorStays() {
    added("add", "root", "--role", "admin");
    assertEquals(1, user("remove", "root"));
    assertEquals(1, user("set", "root", "--role", "agent"));
    assertTrue(said.toString().contains("last administrator"), said::toString);
    shop.call("DELETE", "/api/v1/users/root")
        .key(shop.key(ApiKeyScope.ADMIN))
        .send()
        .problem(409);
    added("add", "second", "--role", "admin");
    assertEquals(0, user("set", "root", "--role", "agent"));
    assertEquals(1, user("remove", "second"));
    assertEquals(0, user("remove", "root"));
  }

  @Test
  void theSecondFactorOfAUserWithoutThePhoneIsRemoved() {
    shop.hire("tess", "support");
    sql("insert into second_factor (name, secret, confirmed)"
        + " values ('tess', decode(repeat('ab', 20), 'hex'), true)");
    shop.call("POST", "/api/v1/session")
        .json(Map.of("name", "tess", "password", RunningShop.PASSWORD))
        .send()
        .problem(401);
    assertEquals(0, user("reset-totp", "tess"), said::toString);
    shop.signIn("tess");
    assertEquals(1, user("reset-totp", "tess"));
    assertTrue(said.toString().contains("no second factor"), said::toString);
    assertEquals(1, sql("select 1 from audit where act = 'second-factor-removed'"));
  }

  @Test
  void aRemovedUserIsSignedOutAtOnce() {
    shop.hire("temp", "support");
    try (DeskClient temp = shop.seat("temp")) {
      assertEquals(0, user("remove", "temp"));
      Instant removed = Instant.now();
      assertEquals(1008, temp.closedWith());
      assertTrue(Duration.between(removed, Instant.now()).toMillis() < 1_000);
      shop.call("GET", "/api/v1/session").cookie(temp.cookie()).send().problem(401);
    }
    assertFalse(said.toString().contains("!"));
  }
}
