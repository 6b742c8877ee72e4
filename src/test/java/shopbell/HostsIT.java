package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.security.ApiKeyScope;

/** The accepted host names and origins; no response takes its address from {@code Host}. */
class HostsIT {
  private static final String EVIL = "evil.example";
  private static final String SIGN_IN =
      "{\"name\":\"anna\",\"password\":\"" + RunningShop.PASSWORD + "\"}";
  private static RunningShop local;
  private static RunningShop proxied;
  private static String journeyKey;

  @BeforeAll
  static void open() {
    local = RunningShop.open().hire("anna");
    proxied = RunningShop.open(Map.of(
        "http.publicUrl", "https://desk.example.org/bell",
        "http.allowedHosts", "shopbell, desk.lan"));
    journeyKey = local.key(ApiKeyScope.JOURNEY);
  }

  @AfterAll
  static void close() {
    local.close();
    proxied.close();
  }

  private static String sent(int port, String start, String host, String... more)
      throws IOException {
    String body = more.length > 1 ? more[1] : "";
    String headers = more.length > 0 ? more[0] : "";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String head = start + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers
          + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n")
          + "Connection: close\r\n\r\n" + body;
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int port(RunningShop shop) {
    return shop.application().agentPort();
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }

  private static int signIn(RunningShop shop, String host, String origin) throws IOException {
    return status(sent(
        port(shop),
        "POST /api/v1/session",
        host,
        "Content-Type: application/json\r\nOrigin: " + origin + "\r\n",
        SIGN_IN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /",
        "GET /api/v1/session",
        "GET /api/v1/openapi.yaml",
        "GET /ws/desk",
        "DELETE /api/v1/session",
        "POST /api/v1/session",
        "GET /schemas/",
        "GET /nowhere"
      })
  void aNameThatLeadsHereAndIsNotOursOpensNothing(String request) throws IOException {
    String answer = sent(port(local), request, EVIL + ":" + port(local));
    assertEquals(421, status(answer), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
    assertTrue(answer.contains("http.publicUrl"), "the answer says which setting it is");
    assertFalse(answer.contains(EVIL), answer);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, desk.example.org",
    "localhost, shopbell",
    "10.9.8.7:80, desk.lan:8080",
    "[::1], DESK.example.org"
  })
  void ourNamesAndAllAddressesAreAnswered(String address, String name) throws IOException {
    assertEquals(200, status(sent(port(local), "GET /", address)));
    assertEquals(200, status(sent(port(proxied), "GET /", name)));
  }

  @Test
  void machinesThatBringAKeyComeByAnyName() throws IOException {
    String call = "event=newCall&callId=h1&direction=in&from=4930&to=4940&user=anna";
    String form = "Content-Type: application/x-www-form-urlencoded\r\n";
    String door = "POST /in/zammad-cti/" + RunningShop.KEY;
    assertEquals(200, status(sent(port(local), door, "pbx.intern", form, call)));
    String settings = "GET /v1/projects/" + journeyKey + "/settings";
    assertEquals(200, status(sent(port(local), settings, EVIL)));
  }

  @Test
  void healthIsToldByAnyNameAndFiguresByKnownOnes() throws IOException {
    int port = local.application().managementPort();
    assertEquals(200, status(sent(port, "GET /health/live", "shopbell-0.pods.example")));
    assertEquals(200, status(sent(port, "GET /health/ready", "shopbell-0.pods.example")));
    assertEquals(421, status(sent(port, "GET /metrics", EVIL)));
    assertEquals(200, status(sent(port, "GET /metrics", "10.1.2.3:8081")));
    assertEquals(
        200, status(sent(proxied.application().managementPort(), "GET /metrics", "shopbell")));
  }

  @Test
  void ourOwnPageIsOneOfTheSameSchemeHostAndPort() throws IOException {
    String host = "127.0.0.1:" + port(local);
    assertEquals(200, signIn(local, host, "http://" + host));
    assertEquals(403, signIn(local, host, "https://" + host));
    assertEquals(403, signIn(local, host, "http://127.0.0.1:1"));
    assertEquals(403, signIn(local, host, "http://127.0.0.1"));
    assertEquals(403, signIn(local, host, "http://localhost:" + port(local)));
    assertEquals(200, signIn(local, "localhost:80", "http://localhost"));
  }

  @Test
  void behindAProxyThePublicAddressAloneIsOurs() throws IOException {
    String host = "desk.example.org";
    assertEquals(401, signIn(proxied, host, "https://desk.example.org"));
    assertEquals(401, signIn(proxied, "127.0.0.1:8080", "https://desk.example.org"));
    assertEquals(403, signIn(proxied, host, "http://desk.example.org"));
    assertEquals(403, signIn(proxied, host, "https://desk.example.org:444"));
    assertEquals(403, signIn(proxied, "desk.lan", "http://desk.lan"));
  }

  @Test
  void sipgateIsToldTheAddressOfTheConfigurationWhateverHostSays() throws IOException {
    String form = "Content-Type: application/x-www-form-urlencoded\r\n";
    String call = "event=newCall&callId=h2&direction=in&from=4930&to=4940&user[]=anna";
    String path = "/in/sipgate/" + RunningShop.KEY + "?from=web";
    String plain = sent(port(local), "POST " + path, EVIL, form, call);
    assertTrue(plain.contains("onAnswer=\"" + local.url() + path + "\""), plain);
    for (String reached : new String[] {path, "/bell" + path}) {
      String answer = sent(port(proxied), "POST " + reached, EVIL, form, call);
      assertTrue(answer.contains("onHangup=\"https://desk.example.org/bell" + path + "\""), answer);
      assertFalse(answer.contains(EVIL), answer);
    }
  }

  @Test
  void aTrackingClientIsToldTheAddressOfTheConfiguration() throws IOException {
    String settings = "GET /v1/projects/" + journeyKey + "/settings";
    String answer = sent(port(local), settings, EVIL);
    String own = URI.create(local.url()).getAuthority();
    assertTrue(answer.contains("\"apiHost\":\"" + own + "/v1\",\"protocol\":\"http\""), answer);
    String key = proxied.key(ApiKeyScope.JOURNEY);
    String behind = sent(port(proxied), "GET /v1/projects/" + key + "/settings", EVIL);
    assertTrue(
        behind.contains("\"apiHost\":\"desk.example.org/bell/v1\",\"protocol\":\"https\""), behind);
  }
}
