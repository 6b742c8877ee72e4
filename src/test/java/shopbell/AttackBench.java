package shopbell;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopbell.screen.KillableServer;
import shopbell.security.ApiKeyScope;

/**
 * A server with {@code -Dheap=512m} is attacked in each way for {@code -Dseconds=15} while {@code -Drate=50} arrivals a
 * second ring from senders with a key: how many are lost, how late their cards are, and how much memory the attack
 * leaves in use.
 */
@Tag("attack")
class AttackBench {
  private static final PrintStream OUT = System.out;
  private static final String HEAD = """
      | attack | lost | told to come again | cards p50, p99, longest | a sign-in | heap after | answers |
      |---|---|---|---|---|---|---|""";
  private static final int AGENTS = 20;
  private static final int CUSTOMERS = 500;
  private static final int MIB = 1024 * 1024;
  private static final String SIGNED = """
      name: signed
      door:
        verify: {algorithm: hmac-sha256, header: X-Sign, content: "{body}", encoding: hex}
        map: |
          {"type": "shopbell.touchpoint", "id": "1", "data": {"name": "n", "customer": {"kind": "phone", "value": "+49301"}}}
      """;

  private final double rate = Integer.getInteger("rate", 50);
  private final Duration length = Duration.ofSeconds(Integer.getInteger("seconds", 15));
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> cookies = new ArrayList<>();
  private String writeKey;
  private String crowd;
  private String device = "";
  private int management;

  @TempDir
  private Path folder;

  private Map<String, String> settings() throws IOException {
    Files.writeString(folder.resolve("signed.yaml"), SIGNED);
    management = freePort();
    Map<String, String> settings = new HashMap<>(Map.of(
        "database.url",
        RunningShop.freshDatabase(),
        "http.port",
        "" + freePort(),
        "connectors.folder",
        folder.toString(),
        "ingress.signed.kind",
        "signed",
        "ingress.signed.authToken",
        RunningShop.SIGNING_TOKEN));
    try (RunningShop shop = RunningShop.open(settings)) {
      writeKey = shop.key(ApiKeyScope.JOURNEY);
      for (int agent = 0; agent < AGENTS; agent++) {
        cookies.add(shop.hire("agent-" + agent, "support").signIn("agent-" + agent));
      }
      crowd = shop.hire("crowd", "nothing").signIn("crowd");
      for (int customer = 0; customer < CUSTOMERS; customer++) {
        shop.tell(Event.customer("c" + customer, "Customer " + customer, phone(customer)));
      }
    }
    settings.put("management.port", "" + management);
    return settings;
  }

  @Test
  void nothingIsLostAndCardsAreInTime() throws IOException {
    String heap = "JAVA_TOOL_OPTIONS=-Xmx" + System.getProperty("heap", "512m")
        + " -XX:+ExitOnOutOfMemoryError";
    Map<String, String> settings = settings();
    try (KillableServer server = KillableServer.start(List.of("env", heap), settings);
        CallFlood calls = new CallFlood(server.url())) {
      cookies.forEach(cookie -> Waiting.on(calls.seat(cookie)));
      OUT.println(HEAD);
      for (int warm = 0; warm < 3; warm++) {
        phase(server, calls, "none", attack -> {});
      }
      unpacked(server, calls);
      phase(server, calls, "2,600 signatures over 1 MiB", AttackKinds::signatures);
      phase(server, calls, "300 slow bodies", AttackKinds::slowly);
      phase(server, calls, "400 wrong sign-ins at once", AttackKinds::guesses);
      phase(server, calls, "made-up methods", AttackKinds::methods);
      phase(server, calls, "senseless numbers and addresses", AttackKinds::rubbish);
      phase(server, calls, "a chat of 10,000 characters a message", AttackKinds::chat);
      phase(server, calls, "a number that calls one agent again and again", AttackKinds::calls);
      phase(server, calls, "2,000 sockets of a session", a -> a.desks(2_000, crowd));
      phase(server, calls, "none", attack -> {});
      OUT.println(series() + " series of metrics");
    }
  }

  private void unpacked(KillableServer server, CallFlood calls) {
    phase(server, calls, "packed batches, wrong key", a -> AttackKinds.packed(a, "wrong"));
    phase(server, calls, "packed batches, a public key", a -> AttackKinds.packed(a, writeKey));
  }

  private void phase(KillableServer server, CallFlood calls, String name, Consumer<Attack> begin) {
    List<CallFlood.Rung> rung;
    String answers;
    long signIn;
    List<CallFlood.Rung> first;
    try (Attack attack = new Attack(server.url())) {
      begin.accept(attack);
      Future<List<CallFlood.Rung>> ringing = calls.ring(
          rate, length, n -> CallFlood.call(phone(n * 7 % CUSTOMERS), "agent-" + n % AGENTS));
      signIn = signIn(server.url());
      rung = ringing.toCompletionStage().toCompletableFuture().join();
      first = rung.stream().filter(CallFlood.Rung::kept).toList();
      rung.forEach(each -> again(calls, each));
      answers = attack.answers();
    }
    shown(rung);
    rung.forEach(each -> Waiting.on(calls.hangUp(each)));
    told(name, rung, new Found(first, signIn, heapAfter(server), answers));
  }

  /** A sender that was refused for the moment retries. */
  private static void again(CallFlood calls, CallFlood.Rung rung) {
    for (int tries = 0; tries < 20 && !rung.kept(); tries++) {
      Waiting.on(calls.send(rung));
    }
  }

  private static void shown(List<CallFlood.Rung> rung) {
    try {
      Waiting.until("all cards are there", () -> rung.stream().noneMatch(AttackBench::lost));
    } catch (AssertionError lost) {
      OUT.println(lost.getMessage());
    }
  }

  private static boolean lost(CallFlood.Rung rung) {
    return !rung.kept() || rung.wholeNanos == 0;
  }

  /** Further results of a phase; {@code first} are the calls that were not refused at first. */
  private record Found(List<CallFlood.Rung> first, long signIn, long heap, String answers) {}

  private static void told(String name, List<CallFlood.Rung> rung, Found found) {
    OUT.printf(
        Locale.ROOT,
        "| %s | %d of %d | %d | %.0f, %.0f, %.0f ms | %d ms | %d MB | %s |%n",
        name,
        rung.stream().filter(AttackBench::lost).count(),
        rung.size(),
        rung.size() - found.first().size(),
        CallFlood.at(found.first(), each -> each.wholeNanos, 0.5),
        CallFlood.at(found.first(), each -> each.wholeNanos, 0.99),
        CallFlood.at(found.first(), each -> each.wholeNanos, 1),
        found.signIn(),
        found.heap() / MIB,
        found.answers());
  }

  /** How long a sign-in with another user's right password takes, in milliseconds; -1 where it is refused. */
  private long signIn(String url) {
    long begin = System.nanoTime();
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/session"))
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/json")
        .header("Cookie", device)
        .POST(HttpRequest.BodyPublishers.ofString(
            "{\"name\":\"agent-2\",\"password\":\"" + RunningShop.PASSWORD + "\"}"))
        .build();
    int status = http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(answer -> known(new Answer(answer)))
        .exceptionally(late -> 0)
        .join();
    return status == 200 ? TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) : -status;
  }

  /** Marks this browser as one that has signed in before. */
  private int known(Answer answer) {
    if (answer.status() == 200) {
      device = "shopbell_trusted_device=" + answer.cookie("shopbell_trusted_device");
    }
    return answer.status();
  }

  private static String phone(int customer) {
    return String.format(Locale.ROOT, "+4922147%05d", customer);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private String metrics() {
    HttpRequest request = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + management + "/metrics"))
        .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join().body();
  }

  private long series() {
    return metrics().lines().filter(line -> !line.startsWith("#")).count();
  }

  /** What is left ten seconds later, of the heap, once it is cleared. */
  private long heapAfter(KillableServer server) {
    try {
      TimeUnit.SECONDS.sleep(8);
      String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
      new ProcessBuilder(jcmd, "" + server.pid(), "GC.run").start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
    return (long) metrics()
        .lines()
        .filter(line -> line.startsWith("shopbell_jvm_memory_used_bytes{area=\"heap\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
