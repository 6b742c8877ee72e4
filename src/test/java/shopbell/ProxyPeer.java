package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shopbell.model.Role;

/** Debian's nginx, HAProxy and Caddy in front, configured as in docs/proxy.md. */
class ProxyPeer {
  private static final String SESSION = "__Host-shopbell_session";

  @TempDir
  Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final int port = TwoNodes.freePorts();
  private final String url = "https://localhost:" + port;
  private RunningShop shop;

  @BeforeAll
  static void install() throws Exception {
    Path script = Path.of("src/test/peers/proxies/install.sh");
    assertEquals(
        0, new ProcessBuilder("bash", script.toString()).inheritIO().start().waitFor());
  }

  @BeforeEach
  void open() {
    shop = RunningShop.open(Map.of("http.publicUrl", url, "http.trustedProxies", "127.0.0.1"))
        .hire("anna")
        .hire("ben")
        .hire("root", Role.ADMIN, List.of());
  }

  @AfterEach
  void close() {
    shop.close();
    Waiting.on(vertx.close());
  }

  private record Answered(int status, String session, Buffer body) {}

  /** A call of a browser at {@code address}, which says of itself that it is somewhere else. */
  private Answered call(
      String address, HttpMethod method, String path, Map<String, String> more, Buffer body) {
    HttpClient client = vertx.createHttpClient(new HttpClientOptions()
        .setLocalAddress(address)
        .setSsl(true)
        .setTrustAll(true)
        .setVerifyHost(false));
    RequestOptions to = new RequestOptions()
        .setHost("localhost")
        .setPort(port)
        .setMethod(method)
        .setURI(path);
    to.putHeader("Origin", url)
        .putHeader("Content-Type", "application/json")
        .putHeader("X-Forwarded-For", "10.66.66.66")
        .putHeader("Forwarded", "for=10.66.66.66");
    more.forEach(to::putHeader);
    Answered answered = Waiting.on(client
        .request(to)
        .compose(request -> request.send(body))
        .compose(answer ->
            answer.body().map(got -> new Answered(answer.statusCode(), session(answer), got))));
    Waiting.on(client.close());
    return answered;
  }

  /** Whether the proxy says so, or ends the connection while the rest is still under way. */
  private boolean tooLarge(String path, int bytes) {
    try {
      Buffer large = Buffer.buffer("x".repeat(bytes));
      return call("127.0.0.2", HttpMethod.POST, path, Map.of(), large).status() == 413;
    } catch (HttpClosedException ended) {
      return true;
    } catch (AssertionError failed) {
      return failed.getCause() instanceof IOException;
    }
  }

  private static String session(HttpClientResponse answer) {
    return answer.cookies().stream()
        .filter(cookie -> cookie.startsWith(SESSION + "="))
        .map(cookie -> cookie.replaceFirst(";.*", ""))
        .findFirst()
        .orElse("");
  }

  private Answered signIn(String address, String name, String password) {
    Buffer body = JsonObject.of("name", name, "password", password).toBuffer();
    return call(address, HttpMethod.POST, "/api/v1/session", Map.of(), body);
  }

  private String signedIn(String address, String name) {
    Answered in = signIn(address, name, RunningShop.PASSWORD);
    assertEquals(200, in.status(), () -> in.body().toString());
    return in.session();
  }

  private String listens(String address, String cookie) {
    CompletableFuture<String> heard = new CompletableFuture<>();
    WebSocketClient sockets = vertx.createWebSocketClient(new WebSocketClientOptions()
        .setLocalAddress(address)
        .setSsl(true)
        .setTrustAll(true)
        .setVerifyHost(false));
    Waiting.on(sockets
        .connect(new WebSocketConnectOptions()
            .setHost("localhost")
            .setPort(port)
            .setURI("/ws/desk")
            .putHeader("Origin", url)
            .putHeader("Cookie", cookie))
        .onSuccess(socket -> socket.textMessageHandler(heard::complete)));
    return heard.join();
  }

  private String lastAddress(String cookie, String subject) {
    Answered audit = call(
        "127.0.0.9",
        HttpMethod.GET,
        "/api/v1/audit?subject=" + subject,
        Map.of("Cookie", cookie),
        Buffer.buffer());
    return audit.body().toJsonObject().getJsonArray("items").getJsonObject(0).getString("address");
  }

  @ParameterizedTest
  @EnumSource(RunningProxy.Kind.class)
  void aBrowserSignsInListensAndIsSeenWhereItIs(RunningProxy.Kind kind) throws IOException {
    try (RunningProxy proxy = RunningProxy.start(kind, port, shop, folder)) {
      String anna = signedIn("127.0.0.2", "anna");
      assertTrue(listens("127.0.0.2", anna).contains("welcome"));
      String root = signedIn("127.0.0.9", "root");
      assertEquals("127.0.0.2", lastAddress(root, "anna"), "not what it says of itself");
      assertTrue(tooLarge("/in/events/" + RunningShop.KEY, 9 * 1024 * 1024));
      assertTrue(proxy.runs());
    }
  }

  @ParameterizedTest
  @EnumSource(RunningProxy.Kind.class)
  void wrongPasswordsOfOneAddressKeepNobodyElseOut(RunningProxy.Kind kind) throws IOException {
    try (RunningProxy proxy = RunningProxy.start(kind, port, shop, folder)) {
      int refused = 0;
      for (int attempt = 0; refused != 429 && attempt < 60; attempt++) {
        refused = signIn("127.0.0.3", "nobody" + attempt, "a wrong password").status();
      }
      assertEquals(429, refused, "more than 50 of one address have to wait");
      assertEquals(429, signIn("127.0.0.3", "ben", RunningShop.PASSWORD).status());
      signedIn("127.0.0.4", "ben");
      String root = signedIn("127.0.0.9", "root");
      assertEquals("127.0.0.4", lastAddress(root, "ben"));
      assertTrue(proxy.runs());
    }
  }
}
