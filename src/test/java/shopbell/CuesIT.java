package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.model.ExternalId;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;

/** Hints for the talk that agents note: from the call to every card, until their end. */
class CuesIT {
  private static volatile Duration ahead = Duration.ZERO;
  private static RunningShop shop;
  private static DeskClient anna;
  private static String admin;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(Map.of("locale", "en"), () -> Instant.now().plus(ahead))
        .hire("anna")
        .hire("root", Role.ADMIN, List.of());
    anna = shop.seat("anna");
    admin = shop.key(ApiKeyScope.ADMIN);
  }

  @AfterAll
  static void close() {
    anna.close();
    shop.close();
  }

  private static UUID customer(String number) {
    shop.tell(Event.customer(number, "Mia Falk " + number, "+4922147" + number));
    return new ExternalId("crm", number).uuid();
  }

  private static Answer put(UUID customer, String kind, Map<String, Object> body) {
    return shop.call("PUT", "/api/v1/customers/" + customer + "/cues/" + kind)
        .cookie(anna.cookie())
        .json(body)
        .send();
  }

  private static JsonNode noted(UUID customer) {
    return shop.call("GET", "/api/v1/customers/" + customer)
        .cookie(anna.cookie())
        .send()
        .expect(200)
        .json()
        .at("/customer/notedCues");
  }

  private static Map<String, Object> agreed(String text) {
    return Map.of("text", text, "consent", true);
  }

  @Test
  void aNotedHintIsOnEveryOpenCardAtOnceWithItsSource() {
    UUID mia = customer("1001");
    Event call = Event.ringing("call-1", "+49221471001", "anna");
    shop.tell(call);
    anna.card(call.interaction(), card -> card.at("/customer/name").isTextual());
    put(mia, "preferredTime", agreed("after 14:00")).expect(204);
    JsonNode cue = anna.card(
            call.interaction(), card -> card.at("/customer/notedCues/0").isObject())
        .at("/customer/notedCues/0");
    assertEquals("preferredTime", cue.path("kind").asText());
    assertEquals("after 14:00", cue.path("text").asText());
    assertEquals("anna", cue.path("source").asText());
    assertTrue(cue.path("consent").asBoolean());
  }

  @Test
  void aNewerOneReplacesTheOneOfItsKindAndARemovedOneIsGone() {
    UUID mia = customer("1002");
    put(mia, "address", agreed("Ms Falk")).expect(204);
    put(mia, "address", agreed("Dr Falk")).expect(204);
    assertEquals(List.of("Dr Falk"), noted(mia).findValuesAsText("text"));
    shop.call("DELETE", "/api/v1/customers/" + mia + "/cues/address")
        .cookie(anna.cookie())
        .send()
        .expect(204);
    assertEquals(0, noted(mia).size());
  }

  @ParameterizedTest
  @CsvSource({
    "Ist schwer krank,health",
    "Muslimin,belief",
    "foreign accent,origin",
    "Sitzt im Rollstuhl,health"
  })
  void aWordAboutHealthBeliefOrOriginIsRefusedWithTheReason(String text, String topic) {
    JsonNode problem = put(customer("1003"), "recommended", agreed(text)).problem(422);
    assertEquals("/text", problem.at("/errors/0/pointer").asText());
    assertEquals(
        "has a word about " + topic + ": it may not be noted",
        problem.at("/errors/0/detail").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "recommended,x,false,/consent",
    "gossip,x,true,/kind",
    "recommended,123456789 123456789 123456789 123456789 123456789 123456789 123456789 123456789 x,true,/text"
  })
  void withoutConsentOfAnotherKindOrTooLongItIsRefused(
      String kind, String text, boolean consent, String pointer) {
    JsonNode problem =
        put(customer("1004"), kind, Map.of("text", text, "consent", consent)).problem(422);
    assertEquals(pointer, problem.at("/errors/0/pointer").asText());
  }

  @Test
  void whoHasRefusedHintsGetsNone() {
    shop.tell(Event.customer("1005", "Frieda Still", "+49221471005")
        .with("attributes", Map.of("consent.cues", "no")));
    put(new ExternalId("crm", "1005").uuid(), "address", agreed("Ms Still")).problem(409);
  }

  @Test
  void anExpiredOneIsNotShown() {
    UUID mia = customer("1006");
    Instant end = Instant.now().plus(ahead).plus(Duration.ofHours(1));
    put(mia, "speakSlowly", Map.of("text", "yes", "consent", true, "until", end.toString()))
        .expect(204);
    assertEquals(1, noted(mia).size());
    Duration before = ahead;
    ahead = before.plus(Duration.ofHours(2));
    try {
      assertEquals(0, noted(mia).size());
    } finally {
      ahead = before;
    }
  }

  @Test
  void itIsExportedAndErasedWithThePerson() {
    UUID mia = customer("1007");
    put(mia, "recommended", agreed("told Tom Xylo of us")).expect(204);
    String path = "/api/v1/customers/" + mia;
    assertTrue(shop.call("GET", path + "/export").key(admin).send().text().contains("Xylo"));
    JsonNode done = shop.call("DELETE", path).key(admin).send().expect(200).json();
    assertEquals(1, done.at("/done/cue").asInt());
  }

  @Test
  void theAuditHasTheKindAndNotTheText() {
    put(customer("1008"), "anniversary", agreed("1 March, Qwertz")).expect(204);
    String audit =
        shop.call("GET", "/api/v1/audit").key(admin).send().expect(200).text();
    assertTrue(audit.contains("cue-saved") && audit.contains("anniversary"), audit);
    assertFalse(audit.contains("Qwertz"), audit);
  }
}
