package shopbell;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shopbell.config.Settings;
import shopbell.model.Role;
import shopbell.scheduling.Intervals;
import shopbell.security.ApiKeyScope;
import shopbell.security.ApiKeys;
import shopbell.security.Tokens;
import shopbell.store.TestDatabase;
import shopbell.store.security.PgApiKeys;

/**
 * The whole application on free ports, on a real PostgreSQL, with a door of every kind; every user's password is
 * {@link #PASSWORD}, and {@link #KEY} opens each door that has a key.
 */
public final class RunningShop implements AutoCloseable {
  /** The password of every user. */
  public static final String PASSWORD = "a password for tests";

  /** What opens the doors. */
  public static final String KEY = "a-key-for-the-doors";

  /** What Twilio's doors check signatures with. */
  public static final String SIGNING_TOKEN = "12345";

  static final Intervals QUICK = new Intervals(
      Duration.ofSeconds(15),
      Duration.ofMillis(50),
      Duration.ofMillis(200),
      Duration.ofSeconds(1),
      Duration.ofSeconds(1),
      Duration.ofMillis(50),
      Intervals.USUAL.soon());

  /** As {@link #QUICK}, but without early cards: for tests that put more load on the machine than it can take. */
  static final Intervals PATIENT = quick(QUICK.ping(), Duration.ofSeconds(10));

  final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(10))
      .build();
  private final Application application;

  private RunningShop(Map<String, String> over, InstantSource clock, Intervals intervals) {
    Map<String, String> settings = new HashMap<>(settings());
    settings.putAll(over);
    application = new Application(Settings.of(settings), clock, intervals);
  }

  /** As {@link #QUICK}, with pings in these intervals. */
  static Intervals pinging(Duration ping) {
    return quick(ping, QUICK.soon());
  }

  private static Intervals quick(Duration ping, Duration soon) {
    return new Intervals(
        ping,
        QUICK.watch(),
        QUICK.database(),
        QUICK.refresh(),
        QUICK.sweep(),
        QUICK.courier(),
        soon);
  }

  /** On a separate database without users. */
  public static RunningShop open() {
    return open(Map.of());
  }

  /** The same with {@code over} in the place of some settings. */
  public static RunningShop open(Map<String, String> over) {
    return open(over, QUICK);
  }

  static RunningShop open(Map<String, String> over, Intervals intervals) {
    return started(new RunningShop(over, InstantSource.system(), intervals));
  }

  /** The same by another clock. */
  static RunningShop open(Map<String, String> over, Intervals intervals, InstantSource clock) {
    return started(new RunningShop(over, clock, intervals));
  }

  /** The same by another clock, at its usual rhythm. */
  public static RunningShop open(Map<String, String> over, InstantSource clock) {
    return started(new RunningShop(over, clock, Intervals.USUAL));
  }

  private static RunningShop started(RunningShop shop) {
    Waiting.on(shop.application.start());
    return shop;
  }

  /** What a shop is configured with; each call names a fresh database. */
  public static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(Map.of(
        "http.port",
        "0",
        "management.port",
        "0",
        "database.url",
        freshDatabase(),
        "reasons.blindShare",
        "0"));
    for (String kind : List.of("cloudevents", "zammad-cti", "sipgate")) {
      settings.put("ingress." + door(kind) + ".kind", kind);
      settings.put("ingress." + door(kind) + ".key", KEY);
    }
    for (String kind : List.of("twilio-voice", "twilio-taskrouter")) {
      settings.put("ingress." + kind + ".kind", kind);
      settings.put("ingress." + kind + ".authToken", SIGNING_TOKEN);
    }
    return settings;
  }

  private static String door(String kind) {
    return kind.equals("cloudevents") ? "events" : kind;
  }

  /** The address of an empty database. */
  public static String freshDatabase() {
    Vertx vertx = Vertx.vertx();
    try {
      return TestDatabase.url(vertx);
    } finally {
      Waiting.on(vertx.close());
    }
  }

  /** Creates the user {@code name}; no queues means all. */
  public RunningShop hire(String name, Role role, List<String> queues, String... aliases) {
    Map<String, Object> account = Map.of(
        "name", name,
        "role", role.toString(),
        "queues", queues,
        "aliases", List.of(aliases),
        "password", PASSWORD);
    direct("POST", "/api/v1/users")
        .key(key(ApiKeyScope.ADMIN))
        .header("If-Match", "*")
        .json(account)
        .send()
        .expect(201);
    return this;
  }

  /** An agent of these queues. */
  public RunningShop hire(String name, String... queues) {
    return hire(name, Role.AGENT, List.of(queues));
  }

  /** A new key of this scope. */
  public String key(ApiKeyScope apiKeyScope) {
    String secret = Tokens.fresh();
    ApiKeys.ApiKey apiKey =
        new ApiKeys.ApiKey("key " + secret.substring(0, 8), apiKeyScope, Instant.now());
    Waiting.on(new PgApiKeys(application.database()).put(apiKey, Tokens.hash(secret)));
    return secret;
  }

  /** A call that is not sent yet. */
  public Call call(String method, String path) {
    return new Call(http, URI.create(url() + path), method);
  }

  /** A call to the bound port, past the public address. */
  public Call direct(String method, String path) {
    return new Call(http, URI.create("http://127.0.0.1:" + application.agentPort() + path), method);
  }

  /** A call to the operator's port. */
  public Call operator(String path) {
    return new Call(
        http, URI.create("http://127.0.0.1:" + application.managementPort() + path), "GET");
  }

  /** {@code events} at the door {@code events}, one after the other, each of them accepted. */
  public void tell(Event... events) {
    for (Event event : events) {
      call("POST", "/in/events").key(KEY).cloudEvent(event).send().expect(202);
    }
  }

  /** The cookie of a new session. */
  public String signIn(String name) {
    return call("POST", "/api/v1/session")
        .json(Map.of("name", name, "password", PASSWORD))
        .send()
        .expect(200)
        .cookie();
  }

  /** Signs in, and listens in one tab. */
  public DeskClient seat(String name) {
    return DeskClient.open(this, signIn(name));
  }

  /** Where browsers reach it. */
  public String url() {
    return application.url();
  }

  /** What runs here. */
  public Application application() {
    return application;
  }

  /** Stops it cleanly. */
  @Override
  public void close() {
    Waiting.on(application.stop());
  }
}
