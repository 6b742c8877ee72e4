package shopbell.journey.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.journey.tracking.TrackingShop.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.DeskClient;
import shopbell.Event;
import shopbell.RunningShop;
import shopbell.Waiting;

/** The write key is public in every page of the shop: reading it must not let a visitor become another customer. */
class WriteKeyProvesNothingIT {
  private static TrackingShop trackingShop;
  private static RunningShop shop;

  @BeforeAll
  static void open() {
    trackingShop =
        TrackingShop.open(Map.of("journey.identityVerification", "newer secret, older secret"));
    shop = trackingShop.shop();
    shop.hire("anna", "support");
  }

  @AfterAll
  static void close() {
    trackingShop.close();
  }

  private static Event victim(String number, String name, String phone) {
    return Event.customer(number, name, phone)
        .with(
            "handles",
            List.of(
                Map.of("kind", "customerNumber", "value", number, "verified", true),
                Map.of("kind", "phone", "value", phone)));
  }

  private static Map<String, Object> identify(String user, String cookie, Map<String, ?> traits) {
    return message("type", "identify", "userId", user, "anonymousId", cookie, "traits", traits);
  }

  private static JsonNode rung(String call, String from) {
    Event ringing = Event.ringing(call, from, "anna");
    try (DeskClient deskClient = shop.seat("anna")) {
      shop.tell(ringing);
      return deskClient.card(ringing.interaction(), "ringing");
    }
  }

  @Test
  void aNumberThatAPageAddsToAnotherCustomersIdIsLikelyAtMostAndSaysSo() {
    shop.tell(victim("V-1001", "Vera Opfer", "+4930771100"));
    trackingShop
        .batch(identify("V-1001", "c-mallory", Map.of("phone", "+49 30 771666")))
        .expect(200);
    Waiting.until(
        "the number is kept",
        () -> !rung("claimed-" + System.nanoTime(), "+4930771666")
            .at("/match/status")
            .asText()
            .equals("unknown"));
    JsonNode match = rung("claimed", "+4930771666").path("match");
    assertEquals("likely", match.path("status").asText());
    assertFalse(match.path("verified").asBoolean());
    assertTrue(match.path("score").asDouble() <= 0.9, match::toString);
    assertTrue(match.path("reasons").toString().contains("von keinem System"), match::toString);
  }

  @Test
  void aBrowserThatNamesACustomersIdIsNotSignedIn() {
    shop.tell(victim("V-1002", "Viktor Opfer", "+4930771200"));
    trackingShop.batch(identify("V-1002", "c-mallory-2", Map.of())).expect(200);
    trackingShop.customer("Viktor Opfer");
    Event chat = Event.ringing("chat-1002", "", "anna")
        .with("channel", "chat")
        .with("handles", List.of(Map.of("kind", "cookie", "value", "c-mallory-2")));
    try (DeskClient deskClient = shop.seat("anna")) {
      shop.tell(chat);
      JsonNode match = deskClient.card(chat.interaction(), "ringing").path("match");
      assertFalse(match.path("verified").asBoolean(), match::toString);
      assertFalse(match.path("status").asText().equals("known"), match::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"newer secret", "older secret"})
  void theShopsServerVouchesWithAHash(String secret) throws Exception {
    String user = "S-" + secret.hashCode();
    Map<String, Object> signed = identify(user, "c-" + user, Map.of("email", user + "@x.example"));
    signed.put("context", Map.of("userHash", hash(secret, user)));
    trackingShop.batch(signed).expect(200);
    assertTrue(handles(user + "@x.example").contains("customerNumber " + user + " true"));
    assertTrue(handles(user + "@x.example").contains("cookie c-" + user + " true"));
  }

  @Test
  void aWrongHashProvesNothingAndLosesNothing() {
    Map<String, Object> forged =
        identify("S-forged", "c-forged", Map.of("email", "forged@x.example"));
    forged.put("context", Map.of("userHash", "00".repeat(32)));
    trackingShop.batch(forged).expect(200);
    assertTrue(handles("forged@x.example").contains("customerNumber S-forged false"));
  }

  @Test
  void anAliasDoesNotTakeOverAnotherSignedInPerson() {
    trackingShop
        .batch(
            identify("P-1", "c-p1", Map.of("email", "p1@x.example", "name", "Paula Eins")),
            identify("P-2", "c-p2", Map.of("email", "p2@x.example", "name", "Paul Zwei")),
            message("type", "alias", "previousId", "P-1", "userId", "P-2"))
        .expect(200);
    assertEquals(
        "Paula Eins", trackingShop.customer("p1@x.example").at("/customer/name").asText());
    assertEquals(
        "Paul Zwei", trackingShop.customer("p2@x.example").at("/customer/name").asText());
  }

  private static List<String> handles(String email) {
    JsonNode handles = trackingShop.customer(email).at("/customer/handles");
    return handles.findParents("kind").stream()
        .map(h -> h.path("kind").asText() + " " + h.path("value").asText() + " "
            + h.path("verified").asBoolean())
        .toList();
  }

  private static String hash(String secret, String user) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
  }
}
