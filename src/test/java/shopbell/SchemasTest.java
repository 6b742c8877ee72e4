package shopbell;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shopbell.json.EventEnvelope;
import shopbell.json.EventParsers;
import shopbell.json.Json;
import shopbell.json.JsonFields;
import shopbell.model.Rejected;

/** The schemas of events at {@code /schemas} say what doors take. */
class SchemasTest {
  /** Should be sent; a door takes the time of the event in its place. */
  private static final String WITH_DEFAULT = "startedAt";

  private static final Path FIXTURES = Path.of("src/test/resources");
  private static final List<String> FILES = List.of(
      "golden/events.json",
      "ingress/cloudevents/batch.json",
      "ingress/cloudevents/other-types.json",
      "ingress/cloudevents/ringing.json");

  static Stream<JsonNode> events() {
    List<JsonNode> all = new ArrayList<>();
    for (String file : FILES) {
      JsonNode read = Json.read(SchemaFile.text(FIXTURES.resolve(file)), JsonNode.class);
      if (read.isArray()) {
        read.forEach(all::add);
      } else {
        all.add(read);
      }
    }
    return all.stream();
  }

  private static String type(JsonNode event) {
    return event.path("type").asText();
  }

  private static void read(JsonNode event, JsonNode data) {
    EventEnvelope envelope = new EventEnvelope("1.0", type(event), "/tests", "1", Instant.EPOCH);
    EventParsers.read(envelope, JsonFields.of(data, "/data"), "");
  }

  @Test
  void everyTypeOfEventHasOneSchemaAndAnEventToProveIt() {
    TreeSet<String> readable = new TreeSet<>(EventParsers.types());
    assertEquals(readable, new TreeSet<>(SchemaFile.eventTypes()));
    assertEquals(readable, new TreeSet<>(events().map(SchemasTest::type).toList()));
    List<String> listed = new ArrayList<>();
    Json.read(SchemaFile.text(SchemaFile.RESOURCES.resolve("schemas/index.json")), JsonNode.class)
        .path("schemas")
        .forEach(path -> listed.add(path.asText()));
    assertEquals(
        listed,
        SchemaFile.eventTypes().stream().map(t -> "/schemas/" + t + ".json").toList());
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventIsValidAndReadable(JsonNode event) {
    assertEquals(List.of(), SchemaFile.event(type(event)).faults(event.path("data")));
    assertDoesNotThrow(() -> read(event, event.path("data")));
    if (event.has("specversion")) {
      assertEquals(List.of(), SchemaFile.component("CloudEvent").faults(event));
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void nonsenseIsNotAnEvent(String type) {
    SchemaFile schema = SchemaFile.event(type);
    for (String nonsense : List.of("{}", "[]", "\"ringing\"", "null", "{\"colour\":\"blue\"}")) {
      assertFalse(schema.faults(nonsense).isEmpty(), nonsense);
    }
  }

  static List<String> types() {
    return SchemaFile.eventTypes();
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventWithoutWhatItNeedsIsRefusedByItsSchemaAndByTheDoor(JsonNode event) {
    SchemaFile schema = SchemaFile.event(type(event));
    for (String name : required(type(event))) {
      ObjectNode less = event.path("data").deepCopy();
      less.remove(name);
      assertFalse(schema.faults(less).isEmpty(), name);
      if (!name.equals(WITH_DEFAULT)) {
        assertThrows(Rejected.class, () -> read(event, less), name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventWithAFieldOfAnotherKindIsNotValid(JsonNode event) {
    SchemaFile schema = SchemaFile.event(type(event));
    JsonNode data = event.path("data");
    data.fieldNames().forEachRemaining(name -> {
      ObjectNode other = data.deepCopy();
      boolean plain = other.path(name).isValueNode();
      other.set(name, plain ? Json.MAPPER.createArrayNode() : TextNode.valueOf("blue"));
      assertFalse(schema.faults(other).isEmpty(), name);
    });
  }

  private static List<String> required(String type) {
    List<String> names = new ArrayList<>();
    Path file = SchemaFile.RESOURCES.resolve("schemas/" + type + ".json");
    Json.read(SchemaFile.text(file), JsonNode.class)
        .path("required")
        .forEach(name -> names.add(name.asText()));
    return names;
  }
}
