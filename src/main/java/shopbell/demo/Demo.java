package shopbell.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.model.Agent;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;
import shopbell.security.ApiKeys;
import shopbell.security.NewPassword;
import shopbell.security.Passwords;
import shopbell.security.Tokens;
import shopbell.security.Users;
import shopbell.store.records.PgLoader;
import shopbell.store.security.PgApiKeys;
import shopbell.store.security.PgDemoUsers;
import shopbell.store.security.PgUsers;
import shopbell.store.sql.Database;

/** A believable shop to try Shopbell with: its customers, two agents, and a day of calls and chats. */
public final class Demo {
  /** The key of the demo's doors; it opens nothing outside this machine. */
  public static final String KEY = "demo-key";

  /** The password of all users. */
  public static final String PASSWORD = "ring-the-bell";

  /** The agents who can sign in, with their extensions. */
  public static final Map<String, String> AGENTS = Map.of("anna", "101", "ben", "102");

  /** The supervisor, who has no extension. */
  public static final String SUPERVISOR = "clara";

  /** The administrator of the connections to other systems. */
  public static final String ADMINISTRATOR = "dora";

  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

  private final Vertx vertx;
  private final Database database;
  private final InstantSource clock;
  private final String readKey = Tokens.fresh();
  private final String writeKey = Tokens.fresh();
  private final DatabaseSeeder databaseSeeder;
  private CallSchedule callSchedule;

  /** {@code pastObserver} sees some customers' past as it happens. */
  public Demo(Vertx vertx, Database database, InstantSource clock, PastObserver pastObserver) {
    this.vertx = vertx;
    this.database = database;
    this.clock = clock;
    this.databaseSeeder = new DatabaseSeeder(new PgLoader(database), pastObserver, clock.instant());
  }

  /** The settings of a demo, overridden by the environment. */
  public static Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("database.url", "embedded:./data/demo"),
        Map.entry("ingress.pbx.kind", "zammad-cti"),
        Map.entry("ingress.pbx.key", KEY),
        Map.entry("ingress.events.kind", "cloudevents"),
        Map.entry("ingress.events.key", KEY),
        Map.entry("ingress.webchat.kind", "chatwoot"),
        Map.entry("ingress.webchat.key", KEY),
        Map.entry("ingress.sipgate.kind", "sipgate"),
        Map.entry("ingress.sipgate.key", KEY),
        Map.entry("ingress.sipgate.url", "http://127.0.0.1:8080/in/sipgate/" + KEY),
        Map.entry("queues.sales.dispositions", "sold,offer-sent,undecided,not-interested"),
        Map.entry("queues.sales.dispositionRequired", "false"),
        Map.entry("queues.sales.reasons", "advice,checkout,order,invoice,other"));
  }

  /** The numbers the demo's customers call from, in E.164. */
  public static List<String> numbers() {
    return IntStream.range(0, DemoCustomers.ALL).mapToObj(DemoCustomers::phone).toList();
  }

  /** Creates agents and the first customers; the rest follows while the day has begun already. */
  public Future<Void> settle() {
    Future<Void> people = new PgDemoUsers(database).unlock();
    for (Agent agent : people()) {
      people = people.compose(before -> account(agent));
    }
    PgApiKeys keys = new PgApiKeys(database);
    ApiKeys.ApiKey read = new ApiKeys.ApiKey("demo-day", ApiKeyScope.READ, clock.instant());
    ApiKeys.ApiKey write = new ApiKeys.ApiKey("demo-web", ApiKeyScope.JOURNEY, clock.instant());
    return people
        .compose(made -> keys.put(read, Tokens.hash(readKey)))
        .compose(made -> keys.put(write, Tokens.hash(writeKey)))
        .compose(made -> databaseSeeder.some());
  }

  private static List<Agent> people() {
    List<Agent> people = new ArrayList<>();
    AGENTS.forEach((name, extension) -> people.add(new Agent(
        name,
        Role.AGENT,
        List.of(extension, name + "@shop.example"),
        List.of("support", "sales"))));
    people.add(new Agent(SUPERVISOR, Role.SUPERVISOR, List.of(), List.of("support")));
    people.add(new Agent(ADMINISTRATOR, Role.ADMIN, List.of(), List.of("support")));
    return people;
  }

  /** Starts the day at {@code url}. */
  public void begin(String url) {
    DemoSystems demoSystems = new DemoSystems(vertx, url, KEY, readKey, writeKey);
    callSchedule = new CallSchedule(vertx, demoSystems, AGENTS, clock);
    callSchedule.start();
    Future<Void> chat = Future.succeededFuture();
    for (JsonObject payload : ChatwootScenario.payloads()) {
      chat = chat.compose(sent -> demoSystems.webhook(ChatwootScenario.DOOR, payload));
    }
    new InitialMerges(vertx, url, SUPERVISOR, PASSWORD)
        .merge(SpecialCustomers.KATHARINA.uuid(), SpecialCustomers.HER_OTHER_RECORD.uuid());
    new InitialMerges(vertx, url, ADMINISTRATOR, PASSWORD)
        .anonymise(SpecialCustomers.FORGOTTEN.uuid());
    databaseSeeder
        .rest()
        .onFailure(e ->
            LOG.warn("not all demo customers were created: {}", e.getClass().getSimpleName()));
  }

  /** Stops the calls. */
  public void end() {
    if (callSchedule != null) {
      callSchedule.stop();
    }
  }

  /** A user of that name with another password is not the demo's, and stays unchanged. */
  private Future<Void> account(Agent agent) {
    Users users = new PgUsers(database);
    Passwords passwords = new Passwords(vertx);
    Future<Boolean> ours = users
        .find(agent.name())
        .compose(found -> found.isPresent()
            ? passwords.fits(PASSWORD, found.map(Users.Account::hash), true)
            : passwords
                .hash(new NewPassword(agent.name(), PASSWORD))
                .compose(hash -> users.put(new Users.Account(agent, hash)))
                .map(true));
    return ours.compose(own ->
        own ? new PgDemoUsers(database).mark(List.of(agent.name())) : Future.succeededFuture());
  }
}
