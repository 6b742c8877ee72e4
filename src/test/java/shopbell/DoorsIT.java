package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopbell.model.Role;
import shopbell.model.interaction.Interaction;
import shopbell.security.ApiKeyScope;

/** Doors with a connector file, over real HTTP: requests, resulting events, and the administrator's view. */
class DoorsIT {
  private static final String JSON = "application/json";
  private static final String OWN = """
      name: own
      door:
        map: |
          {
            "type": "shopbell.interaction." & body.step,
            "data": {"interaction": body.call, "from": body.from, "agents": ["anna"]}
          }
        answer: {status: 200, type: text/plain, body: thanks}
      """;
  private static final String ENDLESS = """
      name: endless
      door:
        map: |
          $reduce([1..10000000], function($a, $b) {$a + $b})
      """;

  @TempDir
  private static Path folder;

  private static RunningShop shop;
  private static DeskClient anna;
  private static String admin;

  @BeforeAll
  static void open() throws IOException {
    Files.writeString(folder.resolve("own.yaml"), OWN);
    Files.writeString(folder.resolve("endless.yaml"), ENDLESS);
    shop = RunningShop.open(Map.ofEntries(
            Map.entry("connectors.folder", folder.toString()),
            Map.entry("ingress.own.kind", "mapped"),
            Map.entry("ingress.own.map", "own"),
            Map.entry("ingress.own.key", RunningShop.KEY),
            Map.entry("ingress.slow.kind", "endless"),
            Map.entry("ingress.slow.key", RunningShop.KEY),
            Map.entry("ingress.wa.kind", "whatsapp"),
            Map.entry("ingress.wa.key", "verify-me"),
            Map.entry("ingress.wa.authToken", "an app secret")))
        .hire("anna", Role.AGENT, List.of())
        .hire("root", Role.ADMIN, List.of());
    shop.tell(Event.customer("1", "Mia Falk", "+4922147111"));
    anna = shop.seat("anna");
    admin = shop.key(ApiKeyScope.ADMIN);
  }

  @AfterAll
  static void close() {
    anna.close();
    shop.close();
  }

  private static Answer tell(String step, String call) {
    return shop.call("POST", "/in/own")
        .key(RunningShop.KEY)
        .json(Map.of("step", step, "call", call, "from", "0221-47111"))
        .send();
  }

  private static Answer get(String path) {
    return shop.call("GET", "/api/v1/" + path).key(admin).send();
  }

  private static JsonNode latest(String door) {
    return get("doors/" + door + "/deliveries").expect(200).json().at("/items/0");
  }

  @Test
  void aFileOfOnesOwnMakesACallRingAndItsSenderHearsWhatTheFileSays() {
    assertEquals("thanks", tell("ringing", "a").expect(200).text());
    JsonNode card = anna.card(Interaction.id("own", "a"), "ringing");
    assertEquals("Mia Falk", card.at("/customer/name").asText());
    tell("ended", "a").expect(200);
    tell("ended", "a").expect(200);
  }

  @Test
  void whatIsWrongIsNamed() {
    JsonNode problem = tell("vanished", "b").problem(422);
    assertEquals("/0/type", problem.at("/errors/0/pointer").asText());
    assertEquals("refused", latest("own").path("result").asText());
    assertTrue(latest("own").path("reason").asText().startsWith("/0/type"));
    Call own = shop.call("POST", "/in/own").key(RunningShop.KEY);
    own.body(JSON, "{").send().problem(400);
    shop.call("POST", "/in/own")
        .key(RunningShop.KEY)
        .body("text/xml", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>")
        .send()
        .problem(400);
    shop.call("POST", "/in/own")
        .key(RunningShop.KEY)
        .body(JSON, "{\"a\":\"" + "x".repeat(1_100_000) + "\"}")
        .send()
        .problem(413);
    shop.call("POST", "/in/own").key("no").json(Map.of()).send().problem(401);
    shop.call("GET", "/in/own").send().problem(405);
    shop.call("GET", "/in/nobody").send().problem(404);
  }

  @Test
  void aMapThatWouldNotEndHoldsNobodyUp() {
    List<CompletableFuture<Answer>> slow = List.of(later(), later(), later());
    long begun = System.nanoTime();
    tell("ringing", "quick").expect(200);
    anna.card(Interaction.id("own", "quick"), "ringing");
    assertTrue(System.nanoTime() - begun < 5_000_000_000L);
    for (CompletableFuture<Answer> one : slow) {
      assertTrue(
          one.join().problem(422).path("detail").asText().contains("line 4"),
          one.join().text());
    }
  }

  private static CompletableFuture<Answer> later() {
    return CompletableFuture.supplyAsync(() ->
        shop.call("POST", "/in/slow").key(RunningShop.KEY).json(Map.of("a", 1)).send());
  }

  @Test
  void metaIsToldItsChallengeForTheRightToken() {
    String ask = "/in/wa?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
    Answer proven = shop.call("GET", ask + "verify-me").send().expect(200);
    assertEquals("1158201444", proven.text());
    assertTrue(proven.header("Content-Type").startsWith("text/plain"));
    shop.call("GET", ask + "guess").send().problem(403);
    shop.call("POST", "/in/wa")
        .key("verify-me")
        .json(Map.of("object", "x"))
        .send()
        .problem(401);
    assertEquals("refused", latest("wa").path("result").asText());
    assertTrue(latest("wa").path("payload").isNull());
  }

  @Test
  void aFileThatChangesIsInUseWithoutARestartAndABrokenOneIsNot() throws IOException {
    String other = OWN.replace("thanks", "many thanks");
    shop.call("PUT", "/api/v1/connectors/own")
        .key(admin)
        .json(Map.of("text", other))
        .send()
        .expect(204);
    assertEquals("many thanks", tell("ringing", "c").expect(200).text());
    Files.writeString(folder.resolve("own.yaml"), OWN.replace("map:", "mab:"));
    Waiting.until("the broken file is noticed", () -> own().path("broken").has("line"));
    assertEquals(3, own().at("/broken/line").asInt());
    assertTrue(own().at("/broken/detail").asText().contains("did you mean map?"));
    assertEquals("many thanks", tell("ringing", "d").expect(200).text());
    Files.writeString(folder.resolve("own.yaml"), OWN);
    Waiting.until("it is right again", () -> own().path("broken").isNull());
    assertEquals("thanks", tell("ringing", "e").expect(200).text());
    JsonNode refused = shop.call("PUT", "/api/v1/connectors/own")
        .key(admin)
        .json(Map.of("text", "name: own\ndoor:\n  map: (\n"))
        .send()
        .problem(422);
    assertTrue(refused.at("/errors/0/detail").asText().startsWith("line 3, column "));
    assertEquals(OWN, get("connectors/own").expect(200).json().path("text").asText());
    get("connectors/nobody").problem(404);
  }

  private static JsonNode own() {
    JsonNode all = get("connectors").expect(200).json().path("items");
    for (JsonNode one : all) {
      if (one.path("name").asText().equals("own")) {
        return one;
      }
    }
    throw new AssertionError("no connector own in " + all);
  }

  @Test
  void anAdministratorSeesWhatCameInMaskedUnlessAskedForPlainlyWhichIsWrittenDown() {
    tell("ringing", "seen").expect(200);
    JsonNode delivery = latest("own");
    assertEquals("kept", delivery.path("result").asText());
    assertEquals(1, delivery.path("events").asInt());
    assertEquals("ringing", delivery.at("/payload/body/step").asText());
    assertEquals("0000-00000", delivery.at("/payload/body/from").asText());
    assertFalse(delivery.toString().contains(RunningShop.KEY), delivery.toString());
    String path = "doors/own/deliveries/" + delivery.path("id").asText();
    assertEquals(
        "0000-00000", get(path).expect(200).json().at("/payload/body/from").asText());
    assertEquals(0, looks());
    JsonNode plain = shop.call("GET", "/api/v1/" + path + "?plain=true")
        .cookie(shop.signIn("root"))
        .send()
        .expect(200)
        .json();
    assertEquals("0221-47111", plain.at("/payload/body/from").asText());
    assertEquals(1, looks());
    shop.call("GET", "/api/v1/doors").cookie(anna.cookie()).send().problem(403);
    shop.call("GET", "/api/v1/" + path).cookie(anna.cookie()).send().problem(403);
    get("doors/nobody/deliveries").problem(404);
    get("doors/own/deliveries/x").problem(404);
  }

  private static int looks() {
    return get("looks?agent=root").expect(200).json().path("items").size();
  }

  @Test
  void doorsAreListedWithWhatCameInAndCanBeToldAgain() {
    tell("ringing", "again").expect(200);
    String id = latest("own").path("id").asText();
    Answer again = shop.call("POST", "/api/v1/doors/own/deliveries/" + id + "/again")
        .key(admin)
        .json(Map.of())
        .send();
    assertEquals(1, again.expect(200).json().path("events").asInt());
    JsonNode doors = get("doors").expect(200).json().path("items");
    JsonNode own = null;
    for (JsonNode door : doors) {
      own = door.path("name").asText().equals("own") ? door : own;
    }
    assertEquals("mapped", own.path("kind").asText());
    assertEquals("own", own.path("connector").asText());
    assertFalse(own.path("signed").asBoolean());
    assertTrue(own.at("/counts/kept").asInt() >= 2, own.toString());
    assertFalse(own.path("lastAt").isNull());
  }

  @Test
  void aMapIsTriedOnAPayloadOfOnesOwnAndOnADelivery() {
    Map<String, Object> payload = Map.of("call", "1", "from", "Mia Falk");
    String map = "{'type': 'shopbell.interaction.ringing', 'data': {'interaction': body.call}}";
    JsonNode good = attempt(Map.of("map", map, "payload", payload));
    assertEquals("1", good.at("/events/0/data/interaction").asText());
    assertTrue(good.path("mistake").isNull());
    JsonNode typo = attempt(Map.of("map", "{\n 'a': ]", "payload", payload));
    assertEquals(2, typo.at("/mistake/line").asInt());
    JsonNode fails = attempt(Map.of("map", "body.from + 1", "payload", payload));
    assertFalse(fails.toString().contains("Mia"), fails.toString());
    JsonNode wrong = attempt(Map.of("map", "{'type': 'x'}", "payload", payload));
    assertEquals("x", wrong.at("/events/0/type").asText());
    assertEquals("/0/type", wrong.at("/mistake/pointer").asText());
    tell("ringing", "tried").expect(200);
    Map<String, Object> trial = Map.of(
        "map",
        "{'type': 'shopbell.interaction.queued', 'data': {'interaction': '1', 'from': body.from}}",
        "door",
        "own",
        "delivery",
        latest("own").path("id").asText());
    assertEquals("0000-00000", attempt(trial).at("/events/0/data/from").asText());
    shop.call("POST", "/api/v1/mapping/try")
        .key(admin)
        .json(Map.of("map", "1"))
        .send()
        .problem(422);
  }

  private static JsonNode attempt(Map<String, Object> trial) {
    return shop.call("POST", "/api/v1/mapping/try")
        .key(admin)
        .json(trial)
        .send()
        .expect(200)
        .json();
  }
}
