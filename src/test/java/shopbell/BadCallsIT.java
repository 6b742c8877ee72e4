package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.model.Role;

/** Invalid calls to {@code /api/v1} and to unknown addresses: a clear refusal, without internal details. */
class BadCallsIT {
  private static final String CALLS = """
        POST /session
        POST /customers
        POST /users
        POST /keys
        POST /interactions/ID/customer
        POST /interactions/ID/note
        POST /interactions/ID/promise
        POST /interactions/ANY/wrap-up
        POST /interactions/no-uuid/note
        POST /promises/ANY/kept
        POST /promises/%00/kept
        DELETE /users/%00
        DELETE /keys/%00
        GET /customers
        GET /customers?q=%00
        GET /customers?q=a&q=b
        GET /customers?q=LONG
        GET /customers?q=%25_%5C'
        GET /customers?q=a&before=x
        GET /customers?q=a&before=999999999999
        GET /customers/x
        GET /customers/ANY
        GET /customers/ANY/timeline
        GET /customers/ANY/timeline?before=%2B999999999-01-01T00:00:00Z~x
        GET /customers/ANY/timeline?before=2026-01-01T00:00:00Z~%00
        GET /customers/ANY/timeline?before=x&channel=%00
        GET /promises?owner=%00
        GET /queues/%00""";

  private static RunningShop shop;
  private static String root;

  @BeforeAll
  static void open() {
    shop = RunningShop.open().hire("root", Role.ADMIN, List.of());
    root = shop.signIn("root");
    shop.tell(Event.ringing("kept", "+49301", "root"));
  }

  @AfterAll
  static void close() {
    shop.operator("/health/ready").send().expect(200);
    shop.close();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /in/nowhere, 404",
    "POST, /in/, 404",
    "POST, /nowhere, 404",
    "PUT, /in/events, 405",
    "GET, /in/events, 405",
    "POST, /in/%00, 404",
    "GET, /nowhere, 404",
    "GET, /..%2f..%2fpom.xml, 404",
    "GET, /schemas/nothing.json, 404",
    "GET, /schemas/..%2F, 404",
    "GET, /schemas/..%2F..%2Fpom.xml, 404",
    "GET, /webjars/..%2F, 404",
    "GET, /webjars/..%2Fvue, 404",
    "GET, /assets/..%2F, 404",
    "DELETE, /api/v1/customers, 405",
    "GET, /api/v1/nowhere, 404",
    "POST, /api/v1/nowhere, 404"
  })
  void anAddressThatIsNoneIsSaidToBeNone(String method, String path, int status) {
    Answer answer = shop.call(method, path).cookie(root).send();
    answer.problem(status);
    assertEquals(status == 405, !answer.header("Allow").isEmpty());
  }

  static Stream<String> calls() {
    String any = UUID.randomUUID().toString();
    String id = Event.step("any", "kept").interaction().toString();
    return CALLS
        .lines()
        .map(call -> call.replace("ANY", any).replace("ID", id).replace("LONG", "x".repeat(3_000)));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void everyCallTakesOrRefusesWhateverItIsGiven(String call) {
    String[] parts = call.split(" ", 2);
    if (parts[0].equals("GET")) {
      InvalidInputs.takenOrRefused(call, made(parts).send());
      return;
    }
    bodies()
        .forEach(
            body -> InvalidInputs.takenOrRefused(call, made(parts).json(body).send()));
    InvalidInputs.bodies()
        .forEach(body -> InvalidInputs.takenOrRefused(
            call, made(parts).body("application/json", body).send()));
  }

  private static Call made(String[] parts) {
    return shop.call(parts[0], "/api/v1" + parts[1]).cookie(root);
  }

  /** Everything as the whole body, and as one of the fields that some call reads. */
  private static List<Object> bodies() {
    List<Object> bodies = new ArrayList<>(InvalidInputs.values().toList());
    String fields =
        "name text customer due disposition note reason role scope password aliases queues phone "
            + "email kind owner queue";
    for (String field : fields.split(" ", -1)) {
      InvalidInputs.values().forEach(value -> bodies.add(Map.of(field, value)));
    }
    return bodies;
  }

  @Test
  void aHeadRequestIsAnsweredWithoutTheBody() {
    for (String path : List.of(
        "/", "/api/v1/session", "/schemas/shopbell.touchpoint.json", "/api/v1/openapi.yaml")) {
      Answer answer = shop.call("HEAD", path).cookie(root).send().expect(200);
      assertEquals("", answer.text());
    }
    shop.call("POST", "/api/v1/customers")
        .cookie(root)
        .body("text/plain", "{}")
        .send()
        .problem(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "GET /\u0000 HTTP/1.1\r\nHost: a"})
  void bytesThatAreNoHttpAreRefusedInHttp(String request) throws IOException {
    String answer = raw(request);
    assertTrue(answer.matches("(?s)HTTP/1\\.\\d 4\\d\\d .*application/problem\\+json.*"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b",
        "GET / HTTP/1.1\r\nHost: a b",
        "GET /%zz HTTP/1.1\r\nHost: a",
        "GET /% HTTP/1.1\r\nHost: a",
        "POST /in/events?id=%1 HTTP/1.1\r\nHost: a",
        "GET /api/v1/customers?q=% HTTP/1.1\r\nHost: a"
      })
  void anAddressThatCannotBeDecodedOrNoHostIsRefused(String request) throws IOException {
    String answer = raw(request);
    assertTrue(answer.matches("(?s)HTTP/1\\.1 400 .*application/problem\\+json.*"), answer);
  }

  @Test
  void anAddressOrAHeadOfRequestThatIsTooLongIsRefused() throws IOException {
    String line = raw("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: a");
    assertTrue(line.matches("(?s)HTTP/1\\.\\d 414 .*problem.*"), line);
    String head = raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000));
    assertTrue(head.matches("(?s)HTTP/1\\.\\d 431 .*problem.*"), head);
  }

  private static String raw(String request) throws IOException {
    URI uri = URI.create(shop.url());
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      byte[] bytes =
          (request + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
      socket.getOutputStream().write(bytes);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
