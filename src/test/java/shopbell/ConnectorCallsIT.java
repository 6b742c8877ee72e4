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
import shopbell.model.ExternalId;
import shopbell.security.ApiKeyScope;

/** The administrators' calls about connector files and sources, over real HTTP. */
class ConnectorCallsIT {
  private static final String OWN = """
      name: own
      door:
        map: |
          {
            "type": "shopbell.interaction." & body.step,
            "data": {"interaction": body.call, "from": body.from}
          }
      """;
  private static final String DESK = """
      name: desk
      source:
        steps:
          - name: found
            when: $exists($phone)
            path: '"/tickets"'
        map: |
          found.tickets.{"type": "shopbell.ticket.upserted", "data": {"id": id, "subject": "Ticket"}}
      """;

  @TempDir
  private static Path folder;

  private static OtherSystem desk;
  private static OtherSystem dead;
  private static RunningShop shop;
  private static String admin;

  @BeforeAll
  static void open() throws IOException {
    Files.writeString(folder.resolve("desk.yaml"), DESK);
    desk = OtherSystem.open();
    desk.does(OtherSystem.json("{\"tickets\":[{\"id\":\"7\"},{\"id\":\"8\"}]}"));
    dead = OtherSystem.open();
    dead.stop();
    Map<String, String> settings =
        new HashMap<>(Map.of("connectors.folder", folder.toString(), "locale", "en"));
    Map.of("a-desk", desk, "c-dead", dead).forEach((name, system) -> {
      settings.put("sources." + name + ".kind", "desk");
      settings.put("sources." + name + ".url", system.url());
    });
    shop = RunningShop.open(settings).hire("anna", "support");
    admin = shop.key(ApiKeyScope.ADMIN);
    shop.tell(Event.customer("7", "Mia Falk", "+4922147111"));
  }

  @AfterAll
  static void close() {
    shop.close();
    List.of(desk, dead).forEach(OtherSystem::close);
  }

  @Test
  void aWholeFileIsTriedAndItsMistakesHaveTheirPlaceInIt() {
    Map<String, Object> payload = Map.of("step", "ended", "call", "1", "from", "Mia Falk");
    JsonNode good = attempt(Map.of("connector", OWN, "payload", payload));
    assertEquals("shopbell.interaction.ended", good.at("/events/0/type").asText());
    String typo = OWN.replace("body.call,", "body.call,]");
    JsonNode wrong = attempt(Map.of("connector", typo, "payload", payload));
    assertEquals(6, wrong.at("/mistake/line").asInt());
    String failing = OWN.replace("body.call,", "$number(body.from),");
    JsonNode fails = attempt(Map.of("connector", failing, "payload", payload));
    assertEquals(4, fails.at("/mistake/line").asInt(), fails.toString());
    assertFalse(fails.toString().contains("Mia"), fails.toString());
    JsonNode checked = attempt(Map.of("connector", OWN.replace("door:", "dor:")));
    assertEquals(2, checked.at("/mistake/line").asInt());
    assertTrue(attempt(Map.of("connector", OWN)).path("mistake").isNull());
  }

  private static JsonNode attempt(Map<String, Object> trial) {
    return post("mapping/try", trial).expect(200).json();
  }

  private static Answer post(String path, Map<String, Object> body) {
    return shop.call("POST", "/api/v1/" + path).key(admin).json(body).send();
  }

  private static JsonNode health(int source) {
    return shop.call("GET", "/api/v1/sources")
        .key(admin)
        .send()
        .expect(200)
        .json()
        .path("items")
        .path(source);
  }

  @Test
  void eachSourceIsShownAsItFares() {
    assertTrue(health(0).at("/latency/p50Ms").isNull());
    shop.tell(Event.ringing("c1", "+4922147111", "anna"));
    Waiting.until(
        "both have been asked",
        () -> health(0).at("/counts/answered").asInt() == 1
            && health(1).at("/counts/unreachable").asInt() == 1);
    JsonNode well = health(0);
    assertEquals("a-desk", well.path("name").asText());
    assertEquals("desk", well.path("connector").asText());
    assertEquals("asked", well.path("state").asText());
    assertTrue(well.path("lastFailure").isNull());
    assertEquals(1, well.at("/latency/answers").asInt());
    int counted = 0;
    for (JsonNode bucket : well.at("/latency/buckets")) {
      counted += bucket.path("answers").asInt();
    }
    assertEquals(1, counted);
    assertEquals(well.at("/latency/p50Ms").asInt(), well.at("/latency/p95Ms").asInt());
    JsonNode failure = health(1).path("lastFailure");
    assertEquals("unreachable", failure.path("reason").asText());
    assertEquals("cannot be reached", failure.path("detail").asText());
    assertFalse(failure.path("at").isNull());
  }

  @Test
  void aSourceIsTriedAboutACustomerOrAboutNobody() {
    String mia = new ExternalId("crm", "7").uuid().toString();
    JsonNode tried =
        post("sources/a-desk/try", Map.of("customer", mia)).expect(200).json();
    assertTrue(tried.path("answered").asBoolean(), tried.toString());
    assertEquals(2, tried.path("records").asInt());
    JsonNode nobody = post("sources/a-desk/try", Map.of()).expect(200).json();
    assertTrue(nobody.path("answered").asBoolean(), nobody.toString());
    JsonNode failed = post("sources/c-dead/try", Map.of()).expect(200).json();
    assertFalse(failed.path("answered").asBoolean());
    assertEquals("unreachable", failed.at("/failure/reason").asText());
    post("sources/nobody/try", Map.of()).problem(404);
    String stranger = UUID.randomUUID().toString();
    post("sources/a-desk/try", Map.of("customer", stranger)).problem(404);
    String anna = shop.signIn("anna");
    shop.call("GET", "/api/v1/sources").cookie(anna).send().problem(403);
  }
}
