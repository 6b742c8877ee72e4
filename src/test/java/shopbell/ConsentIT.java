package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.model.ExternalId;
import shopbell.model.Role;

/** Checks each statement of docs/privacy.md about consent. */
class ConsentIT {
  private static RunningShop shop;
  private static DeskClient anna;
  private static String chief;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(Map.of("locale", "en"))
        .hire("anna")
        .hire("chief", Role.SUPERVISOR, List.of());
    anna = shop.seat("anna");
    chief = shop.signIn("chief");
  }

  @AfterAll
  static void close() {
    anna.close();
    shop.close();
  }

  private static Event somebody(String number, String name, String phone) {
    return Event.customer(number, name, phone)
        .with(
            "handles",
            List.of(
                Map.of("kind", "phone", "value", phone),
                Map.of("kind", "cookie", "value", "cookie-" + number, "verified", true)))
        .with("cues", Map.of("sayName", name));
  }

  private static UUID id(String number) {
    return new ExternalId("crm", number).uuid();
  }

  /** Has an order, and broke a purchase off an hour ago. */
  private static void lives(String number) {
    Map<String, Object> who = Map.of("system", "crm", "id", number);
    shop.tell(
        Event.of("shopbell.order.upserted", Map.of("system", "shop", "id", "O" + number))
            .with("customer", who)
            .with("total", Map.of("amount", "20.00", "currency", "EUR")),
        Event.of("shopbell.touchpoint", Map.of("customer", who, "name", "checkout.abandoned"))
            .with("outcome", "abandoned")
            .at(Instant.now().minusSeconds(3_600)));
  }

  private static JsonNode read(String path) {
    return shop.call("GET", "/api/v1/customers/" + path)
        .cookie(chief)
        .send()
        .expect(200)
        .json();
  }

  private static Set<String> words(JsonNode items, String field) {
    Set<String> words = new TreeSet<>();
    items.forEach(item -> words.add(item.path(field).asText()));
    return words;
  }

  private static int events(JsonNode activity) {
    int events = 0;
    for (JsonNode cell : activity.path("cells")) {
      events += cell.path("events").asInt();
    }
    return events;
  }

  private static JsonNode chatBy(String cookie, String chat) {
    Event rings = Event.ringing(chat, "", "anna")
        .with("channel", "chat")
        .with("handles", List.of(Map.of("kind", "cookie", "value", cookie, "verified", true)));
    shop.tell(rings);
    return anna.card(rings.interaction(), "ringing");
  }

  private static JsonNode callFrom(String phone, String call) {
    Event rings = Event.ringing(call, phone, "anna");
    shop.tell(rings);
    return anna.card(rings.interaction(), "ringing");
  }

  @Test
  void visitsAreShownNowhereToWhomThatWasRefused() {
    shop.tell(somebody("1", "Ysolde", "+4922166501"));
    lives("1");
    String customer = id("1").toString();
    String timeline = customer + "/timeline";
    assertTrue(words(read(customer).at("/journey/items"), "kind").contains("touchpoint"));
    assertTrue(words(read(timeline).path("items"), "kind").contains("touchpoint"));
    assertTrue(words(read(customer + "/identity").path("handles"), "kind").contains("cookie"));
    shop.tell(somebody("1", "Ysolde", "+4922166501")
        .with("attributes", Map.of("consent", Map.of("journey", false))));
    assertEquals(Set.of("order"), words(read(customer).at("/journey/items"), "kind"));
    assertEquals(Set.of("order"), words(read(timeline).path("items"), "kind"));
    assertEquals(1, events(read(customer + "/activity")));
    assertEquals(Set.of("phone"), words(read(customer).at("/customer/handles"), "kind"));
    assertEquals(Set.of("phone"), words(read(customer + "/identity").path("handles"), "kind"));
  }

  @Test
  void visitsAndCookiesAreNoEvidenceOfWhoItIsWhereThatWasRefused() {
    shop.tell(somebody("2", "Tristan", "+4922166502"));
    lives("2");
    assertEquals(
        id("2").toString(), chatBy("cookie-2", "chat 2").at("/match/customer").asText());
    assertTrue(
        callFrom("+4922166502", "call 2").at("/match/reasons").toString().contains("bandon"));
    shop.tell(somebody("2", "Tristan", "+4922166502")
        .with("attributes", Map.of("consent.journey", "no")));
    assertEquals(
        "unknown", chatBy("cookie-2", "chat 2 again").at("/match/status").asText());
    JsonNode card = callFrom("+4922166502", "call 2 again");
    assertEquals(id("2").toString(), card.at("/match/customer").asText());
    assertFalse(card.at("/match/reasons").toString().contains("bandon"));
    assertEquals("[]", card.path("friction").toString());
  }

  @Test
  void anExportIsWholeWhateverWasRefused() {
    shop.tell(somebody("3", "Isolde", "+4922166503")
        .with("attributes", Map.of("consent.journey", "no", "consent.cues", "no")));
    lives("3");
    String export = read(id("3") + "/export").toString();
    for (String part : List.of("shopbell.touchpoint", "cookie-3", "sayName", "consent.cues")) {
      assertTrue(export.contains(part), part);
    }
  }

  @Test
  void hintsForTheTalkAreGoneWhereTheyWereRefused() {
    shop.tell(somebody("4", "Marke", "+4922166504")
        .with("attributes", Map.of("consent.cues", "denied", "consent", "{no JSON")));
    assertEquals(0, read(id("4").toString()).at("/customer/cues").size());
  }

  @Test
  void theCardOfACustomerWhoRefusedHintsHasNoReasonAndNoNextStep() {
    shop.tell(somebody("7", "Melot", "+4922166507"));
    lives("7");
    assertTrue(callFrom("+4922166507", "call 7").path("reason").size() > 0);
    shop.tell(somebody("7", "Melot", "+4922166507")
        .with("attributes", Map.of("consent.cues", "no", "consent.profiling", "no")));
    JsonNode card = callFrom("+4922166507", "call 7 again");
    assertEquals("[\"cues\",\"profiling\"]", card.at("/customer/refused").toString());
    assertEquals("[]", card.path("reason").toString());
    assertEquals("[]", card.path("actions").toString());
  }

  @Test
  void ofSeveralRecordsOneNoIsANo() {
    shop.tell(
        somebody("5", "Kurwenal", "+4922166505"),
        Event.customer("6", "Kurwenal", "+4922166506")
            .with("attributes", Map.of("consent.journey", "withdrawn")));
    lives("5");
    String merge = "/api/v1/customers/" + id("5") + "/merge";
    String version = shop.call("GET", merge + "?other=" + id("6"))
        .cookie(chief)
        .send()
        .expect(200)
        .json()
        .path("version")
        .asText();
    shop.call("POST", merge)
        .cookie(chief)
        .header("Origin", shop.url())
        .json(Map.of("other", id("6").toString(), "version", version))
        .send()
        .expect(200);
    assertEquals(Set.of("order"), words(read(id("5") + "/timeline").path("items"), "kind"));
  }
}
