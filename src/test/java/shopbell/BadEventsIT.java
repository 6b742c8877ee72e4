package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.ingress.twilio.Signed;
import shopbell.json.EventParsers;
import shopbell.json.Json;
import shopbell.model.Role;

/** Invalid requests to a door: a clear refusal without internal details, and earlier events are still there. */
class BadEventsIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final int MIB = 1024 * 1024;

  private static RunningShop shop;
  private static String root;
  private static Event kept;

  @BeforeAll
  static void open() {
    shop = RunningShop.open().hire("root", Role.ADMIN, List.of());
    root = shop.signIn("root");
    kept = Event.ringing("kept", "+49301", "root");
    shop.tell(kept);
  }

  /** Nothing that was accepted is lost, and the server is as well as before. */
  @AfterAll
  static void close() {
    try (DeskClient deskClient = DeskClient.open(shop, root)) {
      JsonNode desk = deskClient.frame("welcome", w -> true).path("desk");
      assertTrue(desk.toString().contains(kept.interaction().toString()));
      shop.operator("/health/ready").send().expect(200);
    } finally {
      shop.close();
    }
  }

  private static Call door(String name) {
    return shop.call("POST", "/in/" + name).key(RunningShop.KEY);
  }

  @ParameterizedTest
  @MethodSource("shopbell.InvalidInputs#bodies")
  void rubbishIsRefusedAtEveryDoor(byte[] body) {
    String multipart = "multipart/form-data; boundary=x";
    for (String type :
        List.of(STRUCTURED, BATCH, "application/json", "text/plain", "no type", FORM, multipart)) {
      for (String name :
          List.of("events", "zammad-cti", "sipgate", "twilio-voice", "twilio-taskrouter")) {
        Answer answer = door(name)
            .header("ce-specversion", "1.0")
            .header("ce-type", "shopbell.touchpoint")
            .header("ce-source", "s")
            .header("ce-id", "i")
            .body(type, body)
            .send();
        boolean emptyBatch = type.equals(BATCH) && answer.status() == 202;
        if (!emptyBatch) {
          answer.problem(answer.status());
          assertTrue(answer.status() < 500, name + " " + type + ": " + answer.text());
        }
      }
    }
  }

  private static Map<String, Object> complete(String type) {
    Map<String, Object> data = new LinkedHashMap<>(Map.of(
        "interaction",
        "sweep",
        "system",
        "crm",
        "id",
        "1",
        "name",
        "n",
        "subject",
        "s",
        "order",
        "o"));
    data.put("customer", Map.of("system", "crm", "id", "1"));
    data.put("total", Map.of("amount", "1.00", "currency", "EUR"));
    data.put("kind", type.contains("feedback") ? "nps" : "person");
    data.put("score", 9);
    return data;
  }

  private static List<String> fields(String type) {
    JsonNode schema =
        shop.call("GET", "/schemas/" + type + ".json").send().expect(200).json();
    List<String> names = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    assertTrue(names.size() >= 1, type);
    return names;
  }

  static Stream<String> types() {
    return EventParsers.types().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyFieldOfEveryTypeMayHoldAnything(String type) {
    for (String field : fields(type)) {
      InvalidInputs.values().forEach(value -> {
        Map<String, Object> data = complete(type);
        data.put(field, value);
        InvalidInputs.takenOrRefused(
            type + "/" + field, door("events").cloudEvent(Event.of(type, data)).send());
      });
    }
  }

  @Test
  void everyFieldOfTheEnvelopeMayHoldAnything() {
    for (String field :
        List.of("specversion", "type", "source", "id", "time", "data", "data_base64")) {
      InvalidInputs.values().forEach(value -> {
        Map<String, Object> event = Event.ringing("sweep", "+49301", "root").structured();
        event.put(field, value);
        InvalidInputs.takenOrRefused(
            field, door("events").body(STRUCTURED, Json.write(event)).send());
      });
    }
    for (String value :
        List.of("%00", "%zz", "%", "x".repeat(5_000), "+999999999-01-01T00:00:00Z")) {
      for (String header : List.of("ce-type", "ce-source", "ce-id", "ce-time")) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of(
            "ce-specversion",
            "1.0",
            "ce-type",
            "shopbell.interaction.held",
            "ce-source",
            "s",
            "ce-id",
            "i"));
        headers.put(header, value);
        Call call = door("events").json(Map.of("interaction", "sweep"));
        headers.forEach(call::header);
        InvalidInputs.takenOrRefused(header, call.send());
      }
    }
  }

  @Test
  void aLongKeyOfAnEventIsAKeyAllTheSame() {
    Event event = new Event(
        "shopbell.interaction.held",
        "😀".repeat(249),
        java.time.Instant.now(),
        Map.of("interaction", "long"));
    door("events").cloudEvent(event).send().expect(202);
    door("events").cloudEvent(event).send().expect(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "callId",
        "from",
        "to",
        "user",
        "event",
        "direction",
        "cause",
        "answeringNumber",
        "queue"
      })
  void everyFieldOfATelephoneSystemMayHoldAnything(String field) {
    for (String value :
        List.of("", "\u0000", "x".repeat(100_000), "%00", "😀".repeat(200), "a&b=c", "'--")) {
      Map<String, String> told = new LinkedHashMap<>(Map.of(
          "event",
          "newCall",
          "direction",
          "in",
          "from",
          "1",
          "to",
          "2",
          "callId",
          "c",
          "user",
          "root"));
      told.put(field, value);
      InvalidInputs.takenOrRefused(field, door("zammad-cti").json(told).send());
      String encoded = DialectsIT.form(told);
      InvalidInputs.takenOrRefused(field, door("zammad-cti").body(FORM, encoded).send());
      InvalidInputs.takenOrRefused(field, door("sipgate").body(FORM, encoded).send());
    }
  }

  @Test
  void signedRubbishIsRubbishToo() {
    for (String name : List.of("twilio-voice", "twilio-taskrouter")) {
      for (String value : List.of("", "{", "x".repeat(5_000), "\u0000", "[[[", "😀".repeat(300))) {
        for (String field : List.of(
            "CallSid", "CallStatus", "EventType", "TaskSid", "TaskAttributes", "Timestamp")) {
          Map<String, String> told = new java.util.TreeMap<>(Map.of(
              "CallSid",
              "CA9",
              "CallStatus",
              "ringing",
              "Direction",
              "inbound",
              "From",
              "+49301",
              "EventType",
              "task.created",
              "TaskSid",
              "WT9"));
          told.put(field, value);
          InvalidInputs.takenOrRefused(
              name + " " + field,
              shop.call("POST", "/in/" + name)
                  .header("X-Twilio-Signature", Signed.form(shop.url() + "/in/" + name, told))
                  .body(FORM, DialectsIT.form(told))
                  .send());
        }
      }
    }
  }

  @Test
  void aWrongEventIsNamedByItsPlaceAndTheWholeBatchIsRefused() {
    Event good = Event.ringing("batched", "+49301", "root");
    Map<String, Object> bad = Event.ringing("x", "+49301", "root").structured();
    bad.put("type", "shopbell.nothing");
    String batch = Json.write(List.of(good.structured(), bad));
    JsonNode problem = door("events").body(BATCH, batch).send().problem(422);
    assertEquals("/1/type", problem.at("/errors/0/pointer").asText());
    Event wrong = Event.step("held", "y").with("agents", List.of(1, Map.of()));
    String second = Json.write(List.of(good.structured(), wrong.structured()));
    JsonNode deeper = door("events").body(BATCH, second).send().problem(422);
    assertEquals("/1/data/agents/1", deeper.at("/errors/0/pointer").asText());
    try (DeskClient deskClient = DeskClient.open(shop, root)) {
      String desk = deskClient.frame("welcome", w -> true).toString();
      assertTrue(!desk.contains(good.interaction().toString()));
    }
  }

  @Test
  void bodiesAreBounded() {
    byte[] large = new byte[MIB + 1];
    for (String name :
        List.of("events", "zammad-cti", "sipgate", "twilio-voice", "twilio-taskrouter")) {
      door(name)
          .header("X-Twilio-Signature", "any")
          .body("application/json", large)
          .send()
          .problem(413);
    }
    door("events").body(STRUCTURED, large).send().problem(413);
    door("events").body(BATCH, new byte[8 * MIB + 1]).send().problem(413);
    door("events").body(BATCH, " ".repeat(2 * MIB) + "[]").send().expect(202);
    shop.call("POST", "/api/v1/customers")
        .cookie(root)
        .body("application/json", large)
        .send()
        .problem(413);
    String many = "[" + "{},".repeat(5_000) + "{}]";
    door("events").body(BATCH, many).send().problem(400);
  }
}
