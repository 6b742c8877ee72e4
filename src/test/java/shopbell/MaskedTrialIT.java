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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopbell.model.ExternalId;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;

/** A map that spells its input, so that no mask of its results would find it, only gets masked texts. */
class MaskedTrialIT {
  /** The number of each letter in the alphabet, a hundred more: no text, and no number that a mask takes for a telephone's. */
  private static final String SPELLS = "{\"type\": %1$s, \"data\": {\"status\": %1$s, "
      + "\"letters\": $map($split($lowercase(%1$s), \"\"), function($c) {"
      + " 100 + $length($substringBefore(\"abcdefghijklmnopqrstuvwxyz\", $c)) })}}";

  private static final String DOOR = "name: own\ndoor:\n  map: |\n    {\"type\": "
      + "\"shopbell.interaction.ringing\", \"data\": {\"interaction\": body.call, \"from\": body.from}}\n";
  private static final String SOURCE =
      """
      name: crm
      source:
        steps:
          - name: person
            path: '"/people/" & $lowercase($substringBefore($name, " "))'
            query: {first: '$string(100 + $length($substringBefore("abcdefghijklmnopqrstuvwxyz", $lowercase($substring($name, 0, 1)))))'}
          - name: cases
            method: POST
            path: '"/cases/" & $lowercase(person.town)'
            body: '{"type": person.town, "key": $set.apiKey}'
        map: |
      """ + "    " + SPELLS.formatted("person.town & $set.apiKey") + "\n";

  @TempDir
  private static Path folder;

  private static OtherSystem crm;
  private static RunningShop shop;
  private static String admin;

  @BeforeAll
  static void open() throws IOException {
    Files.writeString(folder.resolve("own.yaml"), DOOR);
    crm = OtherSystem.open();
    crm.does(OtherSystem.json("{\"town\":\"Bacharach\"}"));
    Map<String, String> settings = crm.asSource(folder, SOURCE, "/api");
    settings.put("ingress.own.kind", "own");
    settings.put("ingress.own.key", RunningShop.KEY);
    settings.put("sources.crm.set.apiKey", "zz");
    shop = RunningShop.open(settings).hire("root", Role.ADMIN, List.of());
    admin = shop.key(ApiKeyScope.ADMIN);
    shop.tell(Event.customer("7", "Cab Falk", "+4922147111"));
  }

  @AfterAll
  static void close() {
    shop.close();
    crm.close();
  }

  private static JsonNode asked(String path, Map<String, Object> body) {
    return shop.call("POST", "/api/v1/" + path)
        .key(admin)
        .json(body)
        .send()
        .expect(200)
        .json();
  }

  private static JsonNode newestLook(String query) {
    return shop.call("GET", "/api/v1/looks" + query)
        .key(admin)
        .send()
        .expect(200)
        .json()
        .at("/items/0");
  }

  private static String delivery() {
    shop.call("POST", "/in/own")
        .key(RunningShop.KEY)
        .json(Map.of("call", "1", "from", "Cab"))
        .send()
        .expect(202);
    return shop.call("GET", "/api/v1/doors/own/deliveries")
        .key(admin)
        .send()
        .expect(200)
        .json()
        .at("/items/0/id")
        .asText();
  }

  @Test
  void aMapThatIsTriedOnADeliverySeesTheMaskedDeliveryUnlessALookIsKept() {
    Map<String, Object> trial = new HashMap<>(
        Map.of("map", SPELLS.formatted("body.from"), "door", "own", "delivery", delivery()));
    JsonNode before = newestLook("");
    JsonNode masked = asked("mapping/try", trial);
    assertEquals("xxx", masked.at("/events/0/type").asText());
    assertEquals("[123,123,123]", masked.at("/events/0/data/letters").toString());
    assertEquals(before, newestLook(""));
    trial.put("plain", true);
    JsonNode plain = asked("mapping/try", trial);
    assertEquals("[102,100,101]", plain.at("/events/0/data/letters").toString());
    JsonNode look = newestLook("");
    assertEquals("payload", look.path("why").asText());
    assertEquals(
        "door own, delivery " + trial.get("delivery"), look.path("what").asText());
    assertTrue(look.path("agent").asText().startsWith("key "), look.toString());
  }

  @Test
  void whatASourceIsAskedAndAnswersIsSpelledByNoMapAndNoRequest() {
    JsonNode tried = asked("sources/crm/try", Map.of("customer", mia()));
    assertEquals(
        crm.url() + "/api/people/xxx?first=123",
        tried.at("/steps/0/requests/0/url").asText(),
        tried.toString());
    assertEquals(
        crm.url() + "/api/cases/xxxxxxxxx", tried.at("/steps/1/requests/0/url").asText());
    assertEquals("xxxxxxxxx", tried.at("/steps/1/requests/0/body/type").asText());
    assertEquals("•••", tried.at("/steps/1/requests/0/body/key").asText());
    String said = tried.toString();
    assertFalse(said.contains("acharach") || said.contains("101,100,102"), said);
    JsonNode look = newestLook("?customer=" + mia());
    assertEquals("source crm, masked", look.path("what").asText());
  }

  @Test
  void theOperatorsOwnValuesAreSpelledForNobody() {
    JsonNode plain = asked("sources/crm/try", Map.of("customer", mia(), "plain", true));
    assertEquals("Bacharach•••", plain.at("/events/0/type").asText(), plain.toString());
    assertFalse(plain.toString().contains("zz"), plain.toString());
    assertEquals("source crm", newestLook("?customer=" + mia()).path("what").asText());
  }

  private static String mia() {
    return new ExternalId("crm", "7").uuid().toString();
  }
}
