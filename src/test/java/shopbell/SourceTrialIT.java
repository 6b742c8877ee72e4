package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.model.ExternalId;
import shopbell.security.ApiKeyScope;

/** A source trial shows the requests, the responses, the result of each step, and the place of an error. */
class SourceTrialIT {
  private static final String TOKEN = "very-secret-token";
  private static final String CONNECTOR = """
      name: crm
      source:
        authentication: {kind: header, name: X-Auth}
        steps:
          - name: person
            path: '"/people"'
            query: {mail: $email, api_key: $set.apiKey, limit: '"10"'}
            headers: {X-Trace: '"token " & $set.trace'}
          - name: cases
            when: $exists(person.id)
            path: '"/people/" & person.id & "/cases"'
          - name: never
            when: person.vip = true
            path: '"/vip"'
        map: |
          cases.items.{
            "type": "shopbell.ticket.upserted",
            "data": {"id": no, "subject": $uppercase(title)}
          }
      """;

  @TempDir
  private static Path folder;

  private static OtherSystem crm;
  private static RunningShop shop;
  private static String admin;

  @BeforeAll
  static void open() throws IOException {
    crm = OtherSystem.open();
    Map<String, String> settings = crm.asSource(folder, CONNECTOR, "/api");
    settings.put("sources.crm.token", TOKEN);
    settings.put("sources.crm.set.apiKey", "another-secret");
    settings.put("sources.crm.set.trace", TOKEN);
    shop = RunningShop.open(settings);
    admin = shop.key(ApiKeyScope.ADMIN);
    shop.tell(Event.customer("1", "Alice Beispiel", "+4915112345678")
        .with("handles", List.of(Map.of("kind", "email", "value", "alice@example.test"))));
  }

  @AfterAll
  static void close() {
    shop.close();
    crm.close();
  }

  private static JsonNode tried(Map<String, Object> body) {
    JsonNode tried = shop.call("POST", "/api/v1/sources/crm/try")
        .key(admin)
        .json(body)
        .send()
        .expect(200)
        .json();
    assertFalse(tried.toString().contains(TOKEN), tried.toString());
    assertFalse(tried.toString().contains("another-secret"), tried.toString());
    return tried;
  }

  private static Map<String, Object> alice(boolean plain) {
    return Map.of("customer", new ExternalId("crm", "1").uuid().toString(), "plain", plain);
  }

  private static Handler<HttpServerRequest> people() {
    return request -> (request.path().endsWith("/cases")
            ? OtherSystem.json("{\"items\":[{\"no\":\"17\",\"title\":\"Lamp flickers\"}]}")
            : OtherSystem.json("{\"id\":4711,\"name\":\"Alice Beispiel\",\"state\":\"new\"}"))
        .handle(request);
  }

  @Test
  void theRequestOfEachStepItsAnswerAndItsValueAreShownWithoutWhatIsPersonal() {
    crm.does(people());
    JsonNode tried = tried(alice(false));
    assertTrue(tried.path("answered").asBoolean(), tried.toString());
    assertEquals(1, tried.path("records").asInt());
    JsonNode sent = tried.at("/steps/0/requests/0");
    assertEquals("GET", sent.path("method").asText());
    assertEquals(
        crm.url() + "/api/people?api_key=•••&limit=10&mail=xxxxx%xxxxxxx.xxxx",
        sent.path("url").asText());
    assertEquals("•••", sent.at("/headers/X-Auth").asText());
    assertEquals("xxxxx •••", sent.at("/headers/X-Trace").asText());
    assertEquals(200, sent.at("/received/status").asInt());
    assertEquals("application/json", sent.at("/received/type").asText());
    assertEquals("xxxxx xxxxxxxx", tried.at("/steps/0/value/name").asText());
    assertEquals("new", tried.at("/steps/0/value/state").asText());
    assertEquals(4711, tried.at("/steps/0/value/id").asInt());
    assertEquals("xxxx xxxxxxxx", tried.at("/steps/1/value/items/0/title").asText());
    assertFalse(tried.at("/steps/2/asked").asBoolean());
    assertEquals("XXXX XXXXXXXX", tried.at("/events/0/data/subject").asText());
    assertFalse(tried.path("plain").asBoolean());
  }

  @Test
  void personalDataIsShownOnRequestAndTheRequestIsLogged() {
    crm.does(people());
    JsonNode tried = tried(alice(true));
    assertTrue(tried.at("/steps/0/requests/0/url").asText().endsWith("mail=alice%40example.test"));
    assertEquals("Alice Beispiel", tried.at("/steps/0/value/name").asText());
    assertEquals("LAMP FLICKERS", tried.at("/events/0/data/subject").asText());
    Waiting.until(
        "the look is written down",
        () -> shop.call("GET", "/api/v1/looks").key(admin).send().text().contains("payload"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      a page in the place of JSON | text/html        | <!DOCTYPE html><h1>Login 1</h1> | 200 | <!xxxxxxx xxxx><x0>xxxxx 0</x0>
      nothing but text            | text/plain       | Alice Beispiel, +49 151         | 200 | xxxxx xxxxxxxx, +00 000
      an error of its own         | application/json | {"error":"Alice"}               | 500 | {"xxxxx":"xxxxx"}
      """)
  void anUnknownWordIsNamed(String kind, String type, String body, int status, String beginning) {
    crm.does(request ->
        request.response().setStatusCode(status).putHeader("Content-Type", type).end(body));
    JsonNode failure = tried(Map.of()).path("failure");
    assertEquals("broken", failure.path("reason").asText());
    assertEquals("person", failure.path("step").asText());
    assertEquals(type, failure.at("/received/type").asText());
    assertEquals(status, failure.at("/received/status").asInt());
    assertEquals(beginning, failure.at("/received/beginning").asText());
  }

  @Test
  void aMistakeHasItsPlaceInTheFile() {
    crm.does(request -> (request.path().endsWith("/cases")
            ? OtherSystem.json("{\"items\":[{\"no\":\"17\",\"title\":5}]}")
            : OtherSystem.json("{\"id\":1}"))
        .handle(request));
    JsonNode tried = tried(Map.of());
    assertFalse(tried.path("answered").asBoolean());
    assertEquals("map", tried.at("/failure/step").asText());
    assertEquals(18, tried.at("/failure/line").asInt());
    assertTrue(tried.at("/failure/what").asText().startsWith("the expression fails"));
    assertEquals(5, tried.at("/steps/1/value/items/0/title").asInt());
  }

  @Test
  void anEventThatSaysNothingSensibleIsNamedByItsPlace() {
    crm.does(request -> (request.path().endsWith("/cases")
            ? OtherSystem.json("{\"items\":[{\"title\":\"no number\"}]}")
            : OtherSystem.json("{\"id\":1}"))
        .handle(request));
    JsonNode failure = tried(Map.of()).path("failure");
    assertEquals("map", failure.path("step").asText());
    assertTrue(failure.path("what").asText().startsWith("/0/data/id"), failure.toString());
  }
}
