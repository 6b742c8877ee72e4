package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.ingress.twilio.Signed;
import shopbell.model.interaction.Interaction;

/** Doors for systems that can only GET, for pages in browsers, and for senders with a fixed path. */
class DoorAccessIT {
  private static final String KEY = "a-key-of-the-door";
  private static final String SHOP = "https://shop.example";
  private static final String MAP = """
      name: page
      door:
        map: |
          (
            $said := $exists(body.data) ? $parse(body.data) : body;
            {
              "type": "shopbell.interaction.ringing",
              "data": {"interaction": $said.call, "from": $said.from, "agents": ["anna"],
                "handles": [{"kind": "email", "value": $said.mail, "verified": true}]}
            }
          )
      """;

  @TempDir
  private static Path folder;

  private static RunningShop shop;
  private static DeskClient anna;

  @BeforeAll
  static void open() throws IOException {
    Files.writeString(folder.resolve("page.yaml"), MAP);
    Map<String, String> settings = new HashMap<>(Map.of("connectors.folder", folder.toString()));
    for (String get : List.of("pixel", "empty", "ok", "post")) {
      settings.put("ingress." + get + ".kind", get.equals("post") ? "sipgate" : "zammad-cti");
      settings.put("ingress." + get + ".key", KEY);
      settings.put("ingress." + get + ".get", get);
    }
    settings.put("ingress.twilio-get.kind", "twilio-voice");
    settings.put("ingress.twilio-get.authToken", RunningShop.SIGNING_TOKEN);
    settings.put("ingress.twilio-get.get", "post");
    settings.put("ingress.page.kind", "page");
    settings.put("ingress.page.key", KEY);
    settings.put("ingress.page.get", "ok");
    settings.put("ingress.page.origins", SHOP + ", http://localhost:3000");
    settings.put("ingress.page.path", "/hooks/v2/page");
    shop = RunningShop.open(settings).hire("anna");
    anna = shop.seat("anna");
  }

  @AfterAll
  static void close() {
    anna.close();
    shop.close();
  }

  private static String event(String call) {
    return "event=newCall&callId=" + call
        + "&direction=in&from=4930231250123&to=4922147100&user=anna";
  }

  private static JsonNode card(String door, String call) {
    return anna.card(Interaction.id(door, call), card -> true);
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", textBlock = """
      pixel, 200, image/gif
      empty, 204, -
      ok,    200, -
      post,  200, application/xml
      """)
  void theParametersOfAGetAreTheEvent(String door, int status, String type) {
    String call = UUID.randomUUID().toString();
    Answer answer =
        shop.call("GET", "/in/" + door + "/" + KEY + "?" + event(call)).send();
    answer.expect(status);
    assertEquals(type == null ? "" : type, answer.header("Content-Type"));
    assertEquals("+4930231250123", card(door, call).at("/interaction/from").asText());
    if (door.equals("pixel")) {
      assertTrue(answer.text().startsWith("GIF89a"));
      assertEquals("cross-origin", answer.header("Cross-Origin-Resource-Policy"));
    }
    String second = UUID.randomUUID().toString();
    shop.call("GET", "/in/" + door + "?key=" + KEY + "&" + event(second)).send().expect(status);
    card(door, second);
  }

  @Test
  void noGetComesInWithoutTheKeyAndNoHeadIsAnEvent() {
    String call = UUID.randomUUID().toString();
    shop.call("GET", "/in/ok?" + event(call)).send().problem(401);
    shop.call("GET", "/in/ok/wrong?" + event(call)).send().problem(401);
    shop.call("GET", "/in/ok?key=wrong&" + event(call)).send().problem(401);
    shop.call("HEAD", "/in/ok/" + KEY + "?" + event(call)).send().expect(204);
    shop.call("GET", "/in/zammad-cti/" + RunningShop.KEY + "?" + event(call))
        .send()
        .problem(405);
    shop.call("POST", "/in/zammad-cti?key=" + RunningShop.KEY)
        .body("application/x-www-form-urlencoded", event(call))
        .send()
        .problem(401);
    assertTrue(anna.frames("card").stream()
        .noneMatch(card -> card.at("/interaction/senderId").asText().equals(call)));
  }

  @Test
  void theSignatureOfAGetIsChecked() {
    String url = shop.url()
        + "/in/twilio-get?CallSid=CA1&CallStatus=ringing&Direction=inbound&From=%2B4930231250123&To=%2B4922147100";
    shop.call("GET", url.substring(shop.url().length())).send().problem(401);
    shop.call("GET", url.substring(shop.url().length()))
        .header("X-Twilio-Signature", Signed.form(url, Map.of()))
        .send()
        .expect(200);
    shop.call("GET", url.substring(shop.url().length()) + "9")
        .header("X-Twilio-Signature", Signed.form(url, Map.of()))
        .send()
        .problem(401);
  }

  @Test
  void aPageOfAnAllowedOriginMaySendAndProvesNothing() {
    Answer asked = shop.call("OPTIONS", "/in/page")
        .header("Origin", SHOP)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization, content-type")
        .send()
        .expect(204);
    assertEquals(SHOP, asked.header("Access-Control-Allow-Origin"));
    assertEquals("authorization, content-type", asked.header("Access-Control-Allow-Headers"));
    assertEquals("", asked.header("Access-Control-Allow-Credentials"));
    String call = UUID.randomUUID().toString();
    shop.tell(Event.customer("m", "Mia Falk", "+4922147111")
        .with("handles", List.of(Map.of("kind", "email", "value", "mia@example.test"))));
    Answer sent = shop.call("POST", "/in/page")
        .header("Origin", SHOP)
        .key(KEY)
        .json(Map.of("call", call, "from", "+4930231250123", "mail", "mia@example.test"))
        .send()
        .expect(202);
    assertEquals(SHOP, sent.header("Access-Control-Allow-Origin"));
    JsonNode card = card("page", call);
    assertEquals("Mia Falk", card.at("/customer/name").asText());
    assertFalse(card.at("/match/verified").asBoolean());
  }

  @Test
  void aPageOfAnyOtherOriginIsTurnedAwayBeforeItsKeyIsLookedAt() {
    for (String origin : List.of("https://evil.example", "null", SHOP + ".evil.example")) {
      for (String method : List.of("OPTIONS", "POST", "GET")) {
        Answer answer =
            shop.call(method, "/in/page/" + KEY).header("Origin", origin).send();
        answer.problem(403);
        assertEquals("", answer.header("Access-Control-Allow-Origin"));
      }
    }
    shop.call("OPTIONS", "/in/events").header("Origin", SHOP).send().problem(405);
  }

  @Test
  void jsonInsideOfAParameterIsRead() {
    String call = UUID.randomUUID().toString();
    String data = "%7B%22call%22%3A%22" + call
        + "%22%2C%22from%22%3A%220221%2047111%22%2C%22mail%22%3A%22x%40y.test%22%7D";
    shop.call("GET", "/in/page/" + KEY + "?data=" + data).send().expect(200);
    assertEquals("+4922147111", card("page", call).at("/interaction/from").asText());
    Answer refused = shop.call("GET", "/in/page/" + KEY + "?data=%7Bno-json").send();
    assertTrue(
        refused.problem(422).path("detail").asText().contains("$parse: the text is no JSON"));
  }

  @Test
  void aFixedPathLeadsToItsDoor() {
    String call = UUID.randomUUID().toString();
    Map<String, Object> body = Map.of("call", call, "from", "+4930231250123", "mail", "a@b.test");
    shop.call("POST", "/hooks/v2/page").json(body).send().problem(401);
    shop.call("POST", "/hooks/v2/page").key(KEY).json(body).send().expect(202);
    card("page", call);
    String second = UUID.randomUUID().toString();
    shop.call("GET", "/hooks/v2/page?key=" + KEY + "&from=030&mail=a@b.test&call=" + second)
        .send()
        .expect(200);
    card("page", second);
    shop.call("POST", "/hooks/v2/other").key(KEY).json(body).send().problem(404);
  }
}
