package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.CardFinder.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One customer calls once, with one source for every fault a source can have. */
class FaultySourcesIT {
  private static final String CONNECTOR = """
      name: desk
      source:
        authentication:
          kind: bearer
        steps:
          - name: found
            path: '"/tickets"'
            query:
              email: $email
            next: page.next
            mostPages: 3
        map: |
          found.tickets.{"type": "shopbell.ticket.upserted", "data": {"id": id, "subject": subject}}
      """;
  private static final String TICKET = "{\"tickets\":[{\"id\":\"%s\",\"subject\":\"Late\"}]}";

  @TempDir
  private static Path folder;

  private static final Map<String, OtherSystem> SYSTEMS = new LinkedHashMap<>();
  private static final OtherSystem ELSEWHERE = OtherSystem.open();
  private static RunningShop shop;
  private static DeskClient anna;
  private static UUID call;

  /** A source's behaviour, and the final state and text on the card. */
  private record Fault(Handler<HttpServerRequest> does, String state, String says) {}

  private static Map<String, Fault> faults() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("well", new Fault(OtherSystem.json(TICKET.formatted("w1")), "fresh", ""));
    faults.put("dead", new Fault(request -> {}, "failed", "cannot be reached"));
    faults.put("half-dead", new Fault(request -> {}, "failed", "does not answer"));
    faults.put("drip", new Fault(FaultySourcesIT::drip, "failed", "does not answer"));
    faults.put(
        "endless", new Fault(FaultySourcesIT::endless, "failed", "answers more than may be read"));
    faults.put("gzip-bomb", broken(FaultySourcesIT::bomb));
    faults.put("deep", broken(OtherSystem.json("[".repeat(100_000))));
    faults.put("web-page", broken(OtherSystem.json("<html>Sign in</html>")));
    faults.put("other-words", broken(OtherSystem.json("{\"tickets\":[{\"id\":[1,2]}]}")));
    faults.put("cut", new Fault(FaultySourcesIT::cut, "failed", "cannot be reached"));
    faults.put(
        "redirects",
        elsewhere(request -> request
            .response()
            .setStatusCode(302)
            .putHeader("Location", ELSEWHERE.url())
            .end()));
    faults.put(
        "leads-away",
        elsewhere(OtherSystem.json("{\"tickets\":[],\"next\":\"" + ELSEWHERE.url() + "/x\"}")));
    faults.put("page-loop", new Fault(FaultySourcesIT::loop, "fresh", ""));
    statuses(faults);
    return faults;
  }

  private static void statuses(Map<String, Fault> faults) {
    faults.put("no-entry", status(401, "does not accept our credentials"));
    faults.put("forbidden", status(403, "does not accept our credentials"));
    faults.put("too-many", status(429, "has too much to do"));
    faults.put("maintenance", status(503, "has too much to do"));
    faults.put("error", status(500, "answers what nobody understands"));
    faults.put("wrong-address", status(404, "answers what nobody understands"));
    faults.put(
        "nobody-there",
        new Fault(
            request -> request.response().setStatusCode(404).end("{\"message\":\"no such user\"}"),
            "fresh",
            ""));
  }

  private static Fault broken(Handler<HttpServerRequest> does) {
    return new Fault(does, "failed", "answers what nobody understands");
  }

  private static Fault elsewhere(Handler<HttpServerRequest> does) {
    return new Fault(does, "failed", "sends us elsewhere");
  }

  private static Fault status(int status, String says) {
    return new Fault(
        request -> request.response().setStatusCode(status).end("<html>" + status + "</html>"),
        "failed",
        says);
  }

  private static void drip(HttpServerRequest request) {
    HttpServerResponse response = request.response().setChunked(true);
    OtherSystem mine = SYSTEMS.get("drip");
    mine.vertx().setPeriodic(50, timer -> {
      if (response.closed()) {
        mine.vertx().cancelTimer(timer);
      } else {
        response.write(" ");
      }
    });
  }

  private static void endless(HttpServerRequest request) {
    HttpServerResponse response = request.response().setChunked(true);
    Buffer much = Buffer.buffer(" ".repeat(100_000));
    SYSTEMS.get("endless").vertx().setPeriodic(5, timer -> {
      if (response.closed()) {
        SYSTEMS.get("endless").vertx().cancelTimer(timer);
      } else if (!response.writeQueueFull()) {
        response.write(much);
      }
    });
  }

  private static void bomb(HttpServerRequest request) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      byte[] blanks = " ".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 50; i++) {
        zip.write(blanks);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    request
        .response()
        .putHeader("Content-Encoding", "gzip")
        .end(Buffer.buffer(bytes.toByteArray()));
  }

  private static void cut(HttpServerRequest request) {
    request
        .response()
        .putHeader("Content-Length", "1000")
        .write("{\"tickets\":[")
        .onComplete(written -> request.connection().close());
  }

  private static void loop(HttpServerRequest request) {
    String page = TICKET.formatted("p1").replaceFirst("}$", ",\"next\":\"/tickets?page=1\"}");
    request.response().end(page);
  }

  @BeforeAll
  static void ring() throws IOException {
    Files.writeString(folder.resolve("desk.yaml"), CONNECTOR);
    Map<String, String> settings =
        new HashMap<>(Map.of("connectors.folder", folder.toString(), "locale", "en"));
    faults().forEach((name, fault) -> {
      OtherSystem system = OtherSystem.open().does(fault.does());
      SYSTEMS.put(name, system);
      settings.put("sources." + name + ".kind", "rest");
      settings.put("sources." + name + ".connector", "desk");
      settings.put("sources." + name + ".url", system.url());
      settings.put("sources." + name + ".token", "a-token");
      settings.put("sources." + name + ".timeout", "2s");
      settings.put("sources." + name + ".pauseFor", "1h");
    });
    SYSTEMS.get("dead").stop();
    shop = RunningShop.open(settings).hire("anna", "support");
    shop.tell(Event.customer("1", "Mia Falk", "+4922147111")
        .with(
            "handles",
            List.of(
                Map.of("kind", "phone", "value", "+4922147111"),
                Map.of("kind", "email", "value", "mia@example.org"))));
    anna = shop.seat("anna");
    Event ringing = Event.ringing(UUID.randomUUID().toString(), "+4922147111", "anna");
    call = ringing.interaction();
    shop.tell(ringing);
  }

  @AfterAll
  static void close() {
    anna.close();
    shop.close();
    SYSTEMS.values().forEach(OtherSystem::close);
    ELSEWHERE.close();
  }

  static Stream<Arguments> cases() {
    return faults().entrySet().stream()
        .map(e -> Arguments.of(e.getKey(), e.getValue().state(), e.getValue().says()));
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @MethodSource("cases")
  void theCardSaysWhatIsWrong(String name, String state, String says) {
    JsonNode card = anna.card(call, c -> source(c, name).path("state").asText().equals(state));
    assertEquals(says, source(card, name).path("reason").asText(""));
  }

  @Test
  void aHealthySourceAnswersLongBeforeTheLastOneHasFailed() {
    JsonNode card =
        anna.card(call, c -> source(c, "well").path("state").asText().equals("fresh"));
    assertEquals("pending", source(card, "half-dead").path("state").asText());
    assertTrue(card.at("/tickets/open").asInt() >= 1);
  }

  @Test
  void onlyConfiguredSystemsAreAsked() {
    theCardSaysWhatIsWrong("redirects", "failed", "sends us elsewhere");
    theCardSaysWhatIsWrong("leads-away", "failed", "sends us elsewhere");
    assertEquals(List.of(), ELSEWHERE.asked());
  }

  @Test
  void aQuestionThatChangesNothingIsAskedOnceMoreWhenTheLineBreaks() {
    theCardSaysWhatIsWrong("cut", "failed", "cannot be reached");
    assertEquals(2, SYSTEMS.get("cut").asked().size());
  }

  @Test
  void pagesThatNeverEndAreReadAFewTimes() {
    theCardSaysWhatIsWrong("page-loop", "fresh", "");
    assertEquals(3, SYSTEMS.get("page-loop").asked().size());
  }

  @ParameterizedTest
  @MethodSource("endless")
  void whatNeverEndsHoldsNoConnection(String name, String says) {
    theCardSaysWhatIsWrong(name, "failed", says);
    Waiting.until("let go of", () -> SYSTEMS.get(name).connections() == 0);
  }

  static Stream<Arguments> endless() {
    return Stream.of(
        Arguments.of("endless", "answers more than may be read"),
        Arguments.of("drip", "does not answer"),
        Arguments.of("half-dead", "does not answer"));
  }
}
