package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.ingress.twilio.Signed;
import shopbell.model.interaction.Interaction;

/** The name the caller gives is on the card, and identifies no customer. */
class DisplayNameIT {
  private static RunningShop shop;
  private static DeskClient anna;

  @BeforeAll
  static void open() {
    shop = RunningShop.open().hire("anna");
    shop.tell(Event.customer("1", "Rosa Klein", "+4922147222"));
    anna = shop.seat("anna");
  }

  @AfterAll
  static void close() {
    anna.close();
    shop.close();
  }

  private static void saysRosa(String door, String call) {
    JsonNode card = anna.card(
        Interaction.id(door, call), now -> !now.at("/interaction/displayName").isNull());
    assertEquals("Rosa Klein", card.at("/interaction/displayName").asText());
    assertEquals("unknown", card.at("/match/status").asText());
    assertTrue(card.path("customer").isNull());
  }

  @Test
  void ofACloudEventAsAFieldOrBeforeTheNumberAndItStaysWhileTheCallGoesOn() {
    shop.tell(Event.ringing("c1", "+4922147111", "anna").with("displayName", "Rosa Klein"));
    saysRosa("events", "c1");
    shop.tell(Event.answered("c1", "anna"));
    JsonNode card = anna.card(Interaction.id("events", "c1"), "active");
    assertEquals("Rosa Klein", card.at("/interaction/displayName").asText());
    shop.tell(Event.ringing("c2", "\"Rosa Klein\" <sip:+4922147111@pbx>", "anna"));
    saysRosa("events", "c2");
  }

  @Test
  void ofZammadsDialect() {
    shop.call("POST", "/in/zammad-cti/" + RunningShop.KEY)
        .json(Map.of(
            "event", "newCall",
            "callId", "z1",
            "direction", "in",
            "from", "4922147111",
            "to", "4922147100",
            "user", "anna",
            "callerName", "Rosa Klein"))
        .send()
        .expect(200);
    saysRosa("zammad-cti", "z1");
  }

  @Test
  void ofTwiliosCallerName() {
    Map<String, String> fields = new TreeMap<>(Map.of(
        "CallSid", "CA7",
        "CallStatus", "ringing",
        "Direction", "inbound",
        "From", "+4922147111",
        "To", "+4922147100",
        "CallerName", "Rosa Klein"));
    StringBuilder form = new StringBuilder();
    fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
        .append(name)
        .append('=')
        .append(value.replace("+", "%2B").replace(" ", "+")));
    shop.call("POST", "/in/twilio-voice")
        .header("X-Twilio-Signature", Signed.form(shop.url() + "/in/twilio-voice", fields))
        .body("application/x-www-form-urlencoded", form.toString())
        .send()
        .expect(200);
    saysRosa("twilio-voice", "CA7");
  }
}
