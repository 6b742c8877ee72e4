package shopbell.journey.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.Answer;

/** Captured requests of the four clients, byte for byte except for personal data and the key. */
class CapturedClientsIT {
  private static final String USER = "019mr8mf4r";

  private static TrackingShop trackingShop;

  @BeforeAll
  static void open() {
    trackingShop = TrackingShop.open();
  }

  @AfterAll
  static void close() {
    trackingShop.close();
  }

  private static void accepted(CapturedRequest capturedRequest) {
    Answer answer =
        capturedRequest.send(trackingShop.shop(), trackingShop.writeKey()).expect(200);
    assertEquals("{\"success\":true}", answer.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "segment/browser-v1-p",
        "segment/browser-v1-i",
        "segment/browser-v1-t",
        "rudderstack/browser-v1-page",
        "rudderstack/browser-v1-identify",
        "rudderstack/browser-v1-track",
        "rudderstack/browser-batch-v1-batch",
        "rudderstack/browser-beacon-beacon-v1-batch",
        "segment/node-batch"
      })
  void requestsOfTheClientsAreStored(String name) {
    accepted(CapturedRequest.of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "segment/browser-v1-a, /v1/a",
    "segment/browser-v1-b, /v1/b",
    "segment/browser-v1-g, /v1/g",
    "segment/browser-v1-s, /v1/s",
    "segment/http-api-alias, /v1/alias",
    "segment/http-api-batch, /v1/batch",
    "segment/http-api-batch, /v1/import",
    "segment/http-api-group, /v1/group",
    "segment/http-api-identify, /v1/identify",
    "segment/http-api-page, /v1/page",
    "segment/http-api-screen, /v1/screen",
    "segment/http-api-track, /v1/track"
  })
  void requestsOfTheClientsDocumentationAreStored(String name, String path) {
    accepted(CapturedRequest.body(name, path));
  }

  @Test
  void aPackedBodyLabelledAsAFormIsReadAsTheJsonItIs() {
    accepted(CapturedRequest.of(
        "rudderstack/node-batch-gzip-DEFAULT.headers", "rudderstack/node-batch"));
    accepted(CapturedRequest.of("rudderstack/node-batch-nogzip.headers", "rudderstack/node-batch"));
  }

  @Test
  void oneVisitorsPagesActsAndNameStandOnOneCustomer() {
    for (String name :
        List.of("segment/browser-v1-p", "segment/browser-v1-i", "segment/browser-v1-t")) {
      accepted(CapturedRequest.of(name)
          .anew("s1")
          .with(USER, "S-1")
          .with("mia.falk@", "mia.segment@")
          .with("8ec40258", "5e900001"));
    }
    JsonNode card = trackingShop.customer("mia.segment@example.test");
    assertEquals("mia.segment@example.test", card.at("/customer/name").asText());
    assertEquals(List.of("Product Added", "page.viewed"), trackingShop.steps(card));
    assertEquals("Cart", trackingShop.timeline(card).get(1).path("text").asText());
    assertTrue(handles(card).contains("customerNumber S-1 false"), handles(card)::toString);
    assertTrue(
        handles(card).contains("email mia.segment@example.test false"), handles(card)::toString);
  }

  @Test
  void theOtherVendorsVisitorToo() {
    for (String name : List.of("page", "identify", "track")) {
      accepted(CapturedRequest.of("rudderstack/browser-v1-" + name)
          .anew("r1")
          .with(USER, "R-1")
          .with("mia.falk@", "mia.rudder@")
          .with("ff52ec7b", "00000001"));
    }
    JsonNode card = trackingShop.customer("mia.rudder@example.test");
    assertEquals(List.of("Product Added", "page.viewed"), trackingShop.steps(card));
  }

  @Test
  void theSameBatchSentAgainIsKeptOnce() {
    CapturedRequest batch = CapturedRequest.of("segment/node-batch")
        .with(USER, "S-2")
        .with("Mia Falk", "Mia Zweimal")
        .anew("s2")
        .with("507f191e810c19729de860ea", "507f191e810c19729de86002");
    accepted(batch);
    accepted(batch);
    JsonNode card = trackingShop.customer("Mia Zweimal");
    assertEquals(
        List.of("Order Completed", "page.viewed", "screen.viewed"),
        trackingShop.steps(card).stream().sorted().toList());
    assertEquals(
        "Falk & Töchter GmbH", card.at("/customer/organizations/0/name").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "segment/browser-v1-p",
        "segment/browser-v1-i",
        "segment/browser-v1-t",
        "rudderstack/browser-v1-page",
        "rudderstack/browser-v1-identify",
        "rudderstack/browser-v1-track",
        "rudderstack/browser-batch-v1-batch",
        "rudderstack/browser-sourceConfig"
      })
  void theBrowsersQuestionIsAnsweredAsItAsks(String name) {
    CapturedRequest asked = CapturedRequest.preflight(name);
    Answer answer = asked.send(trackingShop.shop(), trackingShop.writeKey()).expect(204);
    JsonNode headers = asked.headers();
    assertEquals(headers.path("origin").asText(), answer.header("Access-Control-Allow-Origin"));
    assertEquals("true", answer.header("Access-Control-Allow-Credentials"));
    assertEquals("900", answer.header("Access-Control-Max-Age"));
    assertTrue(answer
        .header("Access-Control-Allow-Methods")
        .contains(headers.path("access-control-request-method").asText()));
    assertEquals(
        headers.path("access-control-request-headers").asText(),
        answer.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT));
  }

  @Test
  void thePageMayReadTheAnswerAndTheRefusal() {
    CapturedRequest page = CapturedRequest.of("segment/browser-v1-p");
    Answer answer = page.send(trackingShop.shop(), trackingShop.writeKey()).expect(200);
    assertEquals("http://127.0.0.1:9810", answer.header("Access-Control-Allow-Origin"));
    assertEquals("cross-origin", answer.header("Cross-Origin-Resource-Policy"));
    Answer refusal = page.send(trackingShop.shop(), "nobodys-key");
    assertEquals("invalid write key", refusal.problem(401).path("detail").asText());
    assertEquals("http://127.0.0.1:9810", refusal.header("Access-Control-Allow-Origin"));
  }

  @Test
  void theBrowserClientIsToldThatItsSourceIsOn() {
    CapturedRequest asked =
        CapturedRequest.of("rudderstack/browser-sourceConfig.request", "segment/http-api-page");
    JsonNode source = new CapturedRequest("GET", asked.path(), asked.headers(), "")
        .send(trackingShop.shop(), trackingShop.writeKey())
        .expect(200)
        .json()
        .path("source");
    assertTrue(source.path("enabled").asBoolean());
    assertEquals(trackingShop.writeKey(), source.path("writeKey").asText());
    assertTrue(source.path("destinations").isArray());
    assertFalse(source.path("dataplanes").isMissingNode());
  }

  private static List<String> handles(JsonNode card) {
    return java.util.stream.StreamSupport.stream(card.at("/customer/handles").spliterator(), false)
        .map(h -> h.path("kind").asText() + " " + h.path("value").asText() + " "
            + h.path("verified").asBoolean())
        .toList();
  }
}
