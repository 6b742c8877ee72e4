package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallerDetailsIT {
  private static RunningShop shop;
  private DeskClient anna;
  private String call;

  @BeforeAll
  static void open() {
    shop = RunningShop.open().hire("anna", "support");
    shop.tell(
        person("1", "Jürgen Möller", "+4922147111", "50667", "1971-03-21"),
        person("2", "Petra Möller", "+4922147111", "50667", "1974-11-02"),
        person("3", "Jürgen Müller", "+4922147113", "50668", "1980-01-30"),
        Event.of(
                "shopbell.customer.upserted",
                Map.of("system", "crm", "id", "4", "name", "Rosa Klein"))
            .with("handles", List.of(Map.of("kind", "email", "value", "rosa.klein@gmail.com"))),
        Event.of(
                "shopbell.order.upserted",
                Map.of(
                    "system",
                    "crm",
                    "id",
                    "B-1042",
                    "customer",
                    Map.of("system", "crm", "id", "3"),
                    "placedAt",
                    "2026-11-01T10:00:00Z"))
            .with("status", "paid")
            .with("total", Map.of("amount", "10.00", "currency", "EUR")));
  }

  private static Event person(String id, String name, String phone, String postcode, String birth) {
    return Event.customer(id, name, phone)
        .with("attributes", Map.of("postalCode", postcode, "city", "Köln", "birthDate", birth));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void sit() {
    anna = shop.seat("anna");
    call = UUID.randomUUID().toString();
  }

  @AfterEach
  void leave() {
    anna.close();
  }

  private UUID id() {
    return Event.step("any", call).interaction();
  }

  private JsonNode ring(Map<String, String> said) {
    shop.tell(Event.step("ringing", call).with("agents", List.of("anna")).with("attributes", said));
    return anna.card(id(), "ringing").at("/match");
  }

  private static List<String> keys(JsonNode said) {
    List<String> keys = new ArrayList<>();
    said.forEach(one -> keys.add(one.get("key").asText()));
    return keys;
  }

  @Test
  void aCallerWithoutANumberIsLikelyByNameBirthDateAndPostcodeAndNeverVerified() {
    JsonNode match = ring(
        Map.of("name", "Jurgen Moeller", "birthDate", "21 März 1971", "postalCode", "5 0 6 6 7"));
    assertEquals("likely", match.get("status").asText());
    assertFalse(match.get("verified").asBoolean());
    assertTrue(match.get("score").asDouble() <= 0.97);
    assertEquals(
        List.of("who.said.name.close", "who.said.birth", "who.said.postcode"),
        keys(match.get("said")));
  }

  @Test
  void aNameAloneListsWhoItCouldBe() {
    JsonNode match = ring(Map.of("callerName", "Jürgen Möller"));
    assertEquals("ambiguous", match.get("status").asText());
    assertEquals("Jürgen Möller", match.at("/candidates/0/name").asText());
    assertEquals("Jürgen Müller", match.at("/candidates/1/name").asText());
    assertEquals("Köln", match.at("/candidates/0/distinction/town").asText());
    assertTrue(match.get("possible").asInt() >= match.get("candidates").size());
  }

  @Test
  void anOrderNumberThatIsSaidLeadsToItsCustomer() {
    JsonNode match = ring(Map.of("orderNumber", "b-1042"));
    assertEquals("likely", match.get("status").asText());
    assertEquals(List.of("who.said.order"), keys(match.get("said")));
  }

  @Test
  void twoCustomersWithOneNumberAreDistinguishedByStatedDetails() {
    shop.tell(Event.ringing(call, "+4922147111", "anna")
        .with("attributes", Map.of("birthDate", "2.11.1974")));
    JsonNode card = anna.card(id(), "ringing");
    assertEquals("Petra Möller", card.at("/customer/name").asText());
    assertTrue(keys(card.at("/match/said")).contains("who.said.birth"));
  }

  @Test
  void detailsThatTheCallerStatesLaterCountAtOnce() {
    shop.tell(Event.step("ringing", call).with("agents", List.of("anna")));
    assertEquals("unknown", anna.card(id(), "ringing").at("/match/status").asText());
    shop.tell(Event.answered(call, "anna")
        .with(
            "attributes",
            Map.of("name", "Petra Möller", "birthDate", "02.11.1974", "city", "Köln")));
    JsonNode active = anna.card(
        id(),
        card -> card.at("/interaction/state").asText().equals("active")
            && card.path("customer").isObject());
    assertEquals("Petra Möller", active.at("/customer/name").asText());
  }

  @Test
  void anAddressThatDiffersByDotsOrATagIsAHintAndNoMatch() {
    shop.tell(Event.step("ringing", call)
        .with("channel", "chat")
        .with("agents", List.of("anna"))
        .with(
            "handles", List.of(Map.of("kind", "email", "value", "rosaklein+shop@googlemail.com"))));
    JsonNode match = anna.card(id(), "ringing").at("/match");
    assertEquals("ambiguous", match.get("status").asText());
    assertEquals("Rosa Klein", match.at("/candidates/0/name").asText());
    assertEquals(List.of("who.said.mailbox"), keys(match.at("/candidates/0/said")));
  }
}
