package shopbell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import shopbell.ingress.twilio.Signed;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;

/**
 * Every route and every door with generated methods, addresses, headers and bodies: each request is accepted or
 * refused, and never a 5xx. {@code -Djqwik.tries.default=20000} is 100,000 requests.
 */
class FuzzIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final List<String> TYPES = List.of(
      "application/json",
      "application/cloudevents+json",
      "application/cloudevents-batch+json",
      FORM,
      "multipart/form-data; boundary=x",
      "text/xml",
      "text/plain",
      "rubbish");
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "MADE-UP");
  private static final List<String> DOORS =
      List.of("events", "zammad-cti", "sipgate", "pbx", "twilio-voice", "nowhere");
  private static final List<String> VISITS = List.of(
      "/v1/identify",
      "/v1/track",
      "/v1/page",
      "/v1/group",
      "/v1/alias",
      "/v1/batch",
      "/v1/t",
      "/beacon/v1/batch",
      "/sourceConfig",
      "/v1/projects/KEY/settings");
  private static final List<String> OTHERS = List.of(
      "/",
      "/ws/desk",
      "/in/",
      "/api/",
      "/api/v1/",
      "/schemas/",
      "/webjars/",
      "/assets/",
      "/words/");
  private static final List<String> TOLD = List.of(
      "CallSid",
      "CallStatus",
      "Direction",
      "From",
      "To",
      "Timestamp",
      "ParentCallSid",
      "EventType",
      "TaskSid",
      "TaskAttributes",
      "WorkerName",
      "WorkerAttributes");

  private static RunningShop shop;
  private static String admin;
  private static String writeKey;
  private static List<String> calls;

  /** One request; {@code target} may have a query. */
  record Request(String method, String target, String type, String body) {}

  @BeforeContainer
  static void open() {
    shop = RunningShop.open(
            Map.of("ingress.pbx.kind", "placetel", "ingress.pbx.key", RunningShop.KEY))
        .hire("root", Role.ADMIN, List.of());
    admin = shop.key(ApiKeyScope.ADMIN);
    writeKey = shop.key(ApiKeyScope.JOURNEY);
    shop.tell(Event.ringing("kept", "+49301", "root"));
    Router api = shop.application().routes().api(shop.application().vertx());
    TreeSet<String> all = new TreeSet<>();
    api.getRoutes().stream()
        .filter(route -> route.methods() != null && route.getPath() != null)
        .forEach(route ->
            route.methods().forEach(method -> all.add(method + " /api/v1" + route.getPath())));
    calls = List.copyOf(all);
  }

  @AfterContainer
  static void close() {
    shop.operator("/health/ready").send().expect(200);
    shop.close();
  }

  @Property
  void everyCallOfTheApi(@ForAll("apiCalls") Request request) {
    taken(request, "Authorization: Bearer " + admin + "\r\n");
  }

  @Property
  void everyDoor(@ForAll("arrivals") Request request) {
    taken(
        request,
        "Authorization: Bearer " + RunningShop.KEY
            + "\r\nce-specversion: 1.0\r\nce-type: shopbell.touchpoint\r\nce-source: s\r\nce-id: i\r\n");
  }

  @Property
  void everyDoorThatIsSigned(@ForAll("told") Map<String, String> told, @ForAll boolean voice) {
    String path = voice ? "/in/twilio-voice" : "/in/twilio-taskrouter";
    taken(
        new Request("POST", path, FORM, DialectsIT.form(told)),
        "X-Twilio-Signature: " + Signed.form(shop.url() + path, told) + "\r\n");
  }

  @Property
  void everyAddressOfTheTrackingApi(@ForAll("visits") Request request) {
    taken(request, "Authorization: Bearer " + writeKey + "\r\n");
  }

  @Property
  void everyOtherAddress(@ForAll("others") Request request) {
    taken(request, "");
  }

  @Provide
  Arbitrary<Request> apiCalls() {
    return Combinators.combine(
            Arbitraries.of(calls),
            GeneratedRequests.inAddress(),
            GeneratedRequests.query(),
            GeneratedRequests.object(GeneratedRequests.json()))
        .as((call, parameter, query, body) -> new Request(
            call.split(" ", 2)[0],
            call.split(" ", 2)[1].replaceAll(
                    "(?<=/):\\w+", java.util.regex.Matcher.quoteReplacement(parameter))
                + query,
            "application/json",
            body));
  }

  @Provide
  Arbitrary<Request> arrivals() {
    return requests(Arbitraries.of(DOORS).map(door -> "/in/" + door));
  }

  @Provide
  Arbitrary<Request> visits() {
    return requests(Arbitraries.of(VISITS));
  }

  @Provide
  Arbitrary<Request> others() {
    return requests(Combinators.combine(Arbitraries.of(OTHERS), GeneratedRequests.inAddress())
        .as((folder, name) -> folder + name));
  }

  @Provide
  Arbitrary<Map<String, String>> told() {
    return Arbitraries.maps(Arbitraries.of(TOLD), GeneratedRequests.text())
        .ofMinSize(3)
        .ofMaxSize(8);
  }

  private static Arbitrary<Request> requests(Arbitrary<String> paths) {
    Arbitrary<String> targets =
        Combinators.combine(paths, GeneratedRequests.query()).as((path, query) -> path + query);
    Arbitrary<String> methods = Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(5, Arbitraries.just("POST")),
        net.jqwik.api.Tuple.of(1, Arbitraries.of(METHODS)));
    return Combinators.combine(methods, targets, Arbitraries.of(TYPES), GeneratedRequests.body())
        .as(Request::new);
  }

  private static void taken(Request request, String headers) {
    String answer = answer(request, headers);
    assertTrue(answer.matches("HTTP/1\\.[01] [1234]\\d\\d"), answer);
  }

  /** The beginning of the answer's first line; empty when there is none within 30 s. */
  private static String answer(Request request, String headers) {
    byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
    String head = request.method() + " " + request.target() + " HTTP/1.1\r\nHost: "
        + URI.create(shop.url()).getAuthority() + "\r\nConnection: close\r\nContent-Type: "
        + request.type() + "\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n";
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(shop.url()).getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(body);
      return new String(
          socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
