package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.model.ExternalId;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;

/**
 * The public JSON of frames and calls is that of the release before: recorded with it in {@code golden/public.json}.
 * {@code -Dgolden=write} records it again, which is right only where docs/api.md announces the change.
 */
class PublicJsonIT {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final Path GOLDEN = FOLDER.resolve("public.json");
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String PERSON = new ExternalId("crm", "1").uuid().toString();
  private static final List<String> OF_AGENTS = List.of(
      "session",
      "sessions",
      "account/totp",
      "customers?q=falk",
      "customers/" + PERSON,
      "customers/" + PERSON + "/timeline",
      "customers/" + PERSON + "/activity",
      "customers/" + PERSON + "/identity",
      "customers/" + PERSON + "/duplicates",
      "duplicates",
      "promises",
      "queues/support",
      "reasons/quality",
      "agents");
  private static final List<String> OF_ADMINISTRATORS = List.of(
      "users",
      "doors",
      "ignored-handles",
      "deliveries",
      "deliveries/dead",
      "order-statuses",
      "sources",
      "connectors",
      "doors/events/deliveries");
  private static final ObjectMapper PRETTY = new ObjectMapper()
      .enable(SerializationFeature.INDENT_OUTPUT)
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  private static RunningShop shop;
  private final Map<String, Object> seen = new TreeMap<>();

  @BeforeAll
  static void open() throws IOException {
    shop = RunningShop.open(Map.of(), RunningShop.PATIENT, () -> NOW)
        .hire("anna", Role.SUPERVISOR, List.of("support"), "11")
        .hire("root", Role.ADMIN, List.of());
    List<Map<String, Object>> events =
        PRETTY.readValue(FOLDER.resolve("events.json").toFile(), new TypeReference<>() {});
    for (Map<String, Object> event : events) {
      Map<String, Object> data = PRETTY.convertValue(event.get("data"), new TypeReference<>() {});
      String type = event.get("type").toString();
      shop.tell(new Event(type, type + data.get("id"), NOW.minus(Duration.ofDays(1)), data));
    }
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Event step(String step, int secondsAgo, Map<String, Object> data) {
    Instant at = NOW.minusSeconds(secondsAgo);
    return new Event("shopbell.interaction." + step, step, at, data).with("interaction", "call-1");
  }

  @Test
  void framesAndAnswersAreThoseOfTheReleaseBefore() throws IOException {
    try (DeskClient anna = shop.seat("anna")) {
      keep("frame welcome", anna.frames("welcome").get(0));
      keepFramesOfTopics(anna);
      Event ringing = step(
          "ringing",
          30,
          Map.of("from", "+4922147111", "agents", List.of("anna"), "queue", "support"));
      shop.tell(ringing);
      keep(
          "frame card ringing",
          anna.card(
              ringing.interaction(),
              card -> card.at("/customer/name").isTextual()
                  && card.at("/sources/0/state").asText().equals("fresh")));
      shop.tell(step(
          "message",
          20,
          Map.of("author", "customer", "text", "Wo ist mein Paket?", "messageId", "a")));
      Waiting.until("the duplicate is found", () -> duplicates(anna) == 1);
      keepAll(OF_AGENTS, path -> shop.call("GET", path).cookie(anna.cookie()));
      shop.tell(step("ended", 10, Map.of("cause", "missed")));
      anna.gone(ringing.interaction());
      keep("frame gone", anna.frames("gone").get(0));
    }
    String key = shop.key(ApiKeyScope.ADMIN);
    keepAll(OF_ADMINISTRATORS, path -> shop.call("GET", path).key(key));
    compare(PRETTY.writeValueAsString(seen) + "\n");
  }

  private void keepFramesOfTopics(DeskClient anna) throws IOException {
    anna.say("{\"type\":\"watch\",\"topics\":[\"agents\"]}");
    keep("frame changed", anna.frame("changed", frame -> true));
    anna.say("{\"type\":\"watch\",\"topics\":[\"weather\"]}");
    keep("frame error", anna.frame("error", frame -> true));
  }

  private static int duplicates(DeskClient deskClient) {
    Call call = shop.call("GET", "/api/v1/duplicates").cookie(deskClient.cookie());
    return call.send().json().path("items").size();
  }

  private void keepAll(List<String> paths, Function<String, Call> call) throws IOException {
    for (String path : paths) {
      keep("GET " + path, call.apply("/api/v1/" + path).send().json());
    }
  }

  /** Ids and instants differ from run to run; their places do not. */
  private void keep(String name, JsonNode json) throws IOException {
    String text = json.toString()
        .replaceAll(UUID, "UUID")
        .replaceAll("\"id\":\"[a-z0-9]+-(\\d+)\"", "\"id\":\"DELIVERY-$1\"")
        .replaceAll("\"20\\d\\d-\\d\\d-\\d\\dT[^\"]*\"", "\"TIME\"");
    seen.put(name.replaceAll(UUID, "ID"), PRETTY.readValue(text, Object.class));
  }

  private static void compare(String now) throws IOException {
    if (System.getProperty("golden", "").equals("write")) {
      Files.writeString(GOLDEN, now);
    }
    assertEquals(Files.readString(GOLDEN), now);
  }
}
