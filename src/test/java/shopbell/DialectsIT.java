package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.ingress.twilio.Signed;
import shopbell.model.Role;

/** Each vendor's own format over real HTTP, from the ring to the end. */
class DialectsIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static RunningShop shop;
  private static DeskClient anna;

  @BeforeAll
  static void open() {
    shop = RunningShop.open()
        .hire("anna", Role.AGENT, List.of(), "w0", "+49221555011")
        .hire("ben", Role.AGENT, List.of(), "w1");
    shop.tell(Event.customer("1", "Mia Falk", "+4922147111"));
    anna = shop.seat("anna");
  }

  @AfterAll
  static void close() {
    anna.close();
    shop.close();
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static JsonNode card(String call, String state) {
    return anna.frame(
        "card",
        card -> card.at("/interaction/senderId").asText().equals(call)
            && card.at("/interaction/state").asText().equals(state));
  }

  @Test
  void zammadsDialectWithTheKeyInTheAddress() {
    String door = "/in/zammad-cti/" + RunningShop.KEY;
    String call = "event=%s&direction=in&from=0221-47111&to=0221555&callId=z1&user=anna";
    shop.call("POST", door).body(FORM, call.formatted("newCall")).send().expect(200);
    assertEquals("Mia Falk", card("z1", "ringing").at("/customer/name").asText());
    shop.call("POST", door).body(FORM, call.formatted("answer")).send().expect(200);
    card("z1", "active");
    shop.call("POST", door)
        .json(
            Map.of("event", "hangup", "direction", "in", "callId", "z1", "cause", "normalClearing"))
        .send()
        .expect(200);
    card("z1", "wrap-up");
  }

  @Test
  void sipgateIsToldToSendTheRestAndItsTransferNamesTheFirstCall() {
    String door = "/in/sipgate/" + RunningShop.KEY;
    Map<String, String> call = Map.of(
        "event",
        "newCall",
        "direction",
        "in",
        "from",
        "4922147111",
        "to",
        "49221555",
        "callId",
        "s1",
        "userId[]",
        "w0");
    Answer answer = shop.call("POST", door).body(FORM, form(call)).send().expect(200);
    assertTrue(answer.text().contains("onAnswer=\"" + shop.url() + door), answer.text());
    assertEquals("Mia Falk", card("s1", "ringing").at("/customer/name").asText());
    Map<String, String> onward = new TreeMap<>(call);
    onward.putAll(Map.of("callId", "s2", "origCallId", "s1", "from", "anonymous"));
    shop.call("POST", door).body(FORM, form(onward)).send().expect(200);
    assertEquals("Mia Falk", card("s2", "ringing").at("/customer/name").asText());
  }

  @Test
  void twiliosSignedCallbackRingsAndAForgedOneDoesNot() {
    Map<String, String> fields = new TreeMap<>(Map.of(
        "CallSid",
        "CA2",
        "ParentCallSid",
        "CA1",
        "CallStatus",
        "ringing",
        "Direction",
        "outbound-dial",
        "From",
        "+4922147111",
        "To",
        "client:anna"));
    String url = shop.url() + "/in/twilio-voice";
    String signature = Signed.form(url, fields);
    shop.call("POST", "/in/twilio-voice")
        .header("X-Twilio-Signature", signature)
        .body(FORM, form(fields))
        .send()
        .expect(200);
    assertEquals("Mia Falk", card("CA1", "ringing").at("/customer/name").asText());
    fields.put("CallSid", "CA3");
    shop.call("POST", "/in/twilio-voice")
        .header("X-Twilio-Signature", signature)
        .body(FORM, form(fields))
        .send()
        .problem(401);
  }
}
