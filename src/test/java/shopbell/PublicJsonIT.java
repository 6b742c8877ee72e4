package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
  private static final Path GOLDEN = Path.of("src/test/resources/golden/public.json");
  private static final ObjectMapper PRETTY = new ObjectMapper()
      .enable(SerializationFeature.INDENT_OUTPUT)
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  private static RunningShop shop;
  private final Map<String, Object> seen = new TreeMap<>();

  @BeforeAll
  static void open() {
    shop = RunningShop.open(Map.of(), RunningShop.QUICK, () -> NOW)
        .hire("anna", Role.SUPERVISOR, List.of("support"), "11")
        .hire("root", Role.ADMIN, List.of());
    tell(
        "customer",
        "k1",
        Map.of(
            "system",
            "crm",
            "id",
            "1",
            "name",
            "Mia Falk",
            "tier",
            "gold",
            "locale",
            "de",
            "handles",
            List.of(Map.of("kind", "phone", "value", "+4922147111"))));
    tell(
        "customer",
        "k2",
        Map.of(
            "system",
            "crm",
            "id",
            "2",
            "name",
            "Mia Falk",
            "handles",
            List.of(Map.of("kind", "email", "value", "mia@falk.example"))));
    Map<String, String> mia = Map.of("system", "crm", "id", "1");
    tell(
        "order",
        "o1",
        Map.of(
            "system",
            "shop",
            "id",
            "77",
            "customer",
            mia,
            "status",
            "paid",
            "total",
            Map.of("amount", "120.50", "currency", "EUR")));
    tell(
        "ticket",
        "t1",
        Map.of(
            "system",
            "desk",
            "id",
            "9",
            "customer",
            mia,
            "subject",
            "Parcel is late",
            "status",
            "open",
            "priority",
            "high"));
    shop.tell(event(
        "shopbell.feedback.given",
        "f1",
        Map.of("system", "poll", "id", "3", "customer", mia, "kind", "nps", "score", 4)));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static void tell(String what, String id, Map<String, Object> data) {
    shop.tell(event("shopbell." + what + ".upserted", id, data));
  }

  private static Event event(String type, String id, Map<String, Object> data) {
    return new Event(type, id, NOW.minus(Duration.ofDays(1)), data);
  }

  private static Event step(String step, int secondsAgo, Map<String, Object> data) {
    Instant at = NOW.minusSeconds(secondsAgo);
    return new Event("shopbell.interaction." + step, step, at, data);
  }

  @Test
  void framesAndAnswersAreThoseOfTheReleaseBefore() throws IOException {
    String person = new ExternalId("crm", "1").uuid().toString();
    String admin = shop.key(ApiKeyScope.ADMIN);
    try (Seat anna = shop.seat("anna")) {
      keep("frame welcome", anna.frames("welcome").get(0));
      Event ringing = step(
          "ringing",
          30,
          Map.of(
              "interaction",
              "call-1",
              "from",
              "+4922147111",
              "agents",
              List.of("anna"),
              "queue",
              "support"));
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
          Map.of(
              "interaction",
              "call-1",
              "author",
              "customer",
              "text",
              "Wo ist mein Paket?",
              "messageId",
              "a")));
      String cookie = anna.cookie();
      for (String path : List.of(
          "session",
          "sessions",
          "account/totp",
          "customers?q=falk",
          "customers/" + person,
          "customers/" + person + "/timeline",
          "customers/" + person + "/activity",
          "customers/" + person + "/identity",
          "customers/" + person + "/duplicates",
          "duplicates",
          "interactions/" + ringing.interaction() + "/messages",
          "promises",
          "queues/support",
          "reasons/quality",
          "agents")) {
        keep(
            "GET " + path,
            shop.call("GET", "/api/v1/" + path).cookie(cookie).send().json());
      }
      shop.tell(step("ended", 10, Map.of("interaction", "call-1", "cause", "missed")));
      anna.gone(ringing.interaction());
      keep("frame gone", anna.frames("gone").get(0));
    }
    for (String path : List.of(
        "users",
        "doors",
        "ignored-handles",
        "deliveries",
        "deliveries/dead",
        "order-statuses",
        "sources",
        "connectors",
        "doors/events/deliveries")) {
      keep("GET " + path, shop.call("GET", "/api/v1/" + path).key(admin).send().json());
    }
    compare(PRETTY.writeValueAsString(seen) + "\n");
  }

  /** Ids and instants differ from run to run; their places do not. */
  private void keep(String name, JsonNode json) throws IOException {
    String text = json.toString()
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID")
        .replaceAll("\"[a-z0-9]{8}-(\\d+)\"", "\"DELIVERY-$1\"")
        .replaceAll("\"20\\d\\d-\\d\\d-\\d\\dT[^\"]*\"", "\"TIME\"");
    seen.put(
        name.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID"),
        PRETTY.readValue(text, Object.class));
  }

  private static void compare(String now) throws IOException {
    if (System.getProperty("golden", "").equals("write")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, now);
    }
    assertEquals(Files.readString(GOLDEN), now);
  }
}
