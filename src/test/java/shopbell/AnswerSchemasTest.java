package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shopbell.json.Json;

/** The recorded answers and frames of {@link PublicJsonIT} are what the OpenAPI file says of them. */
class AnswerSchemasTest {
  private static final JsonNode RECORDED = recorded();

  /** Objects whose keys are data. */
  private static final Set<String> OPEN = Set.of("numbers", "names", "cues", "counts");

  /** The ids and instants that a recording leaves out are filled in. */
  private static JsonNode recorded() {
    String text = SchemaFile.text(Path.of("src/test/resources/golden/public.json"))
        .replace("\"UUID\"", "\"4bf92f35-77b3-4da6-a3ce-929d0e0e4736\"")
        .replace("\"TIME\"", "\"2026-03-10T10:00:00.123Z\"");
    return Json.read(text, JsonNode.class);
  }

  static List<String> names() {
    List<String> names = new ArrayList<>();
    RECORDED.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Of {@code GET path?query}, or of {@code frame type …}. */
  private static SchemaFile schema(String name) {
    String[] words = name.split("[ ?]", 3);
    if (words[0].equals("GET")) {
      return SchemaFile.answer("/api/v1/" + words[1]);
    }
    String type = words[1];
    return SchemaFile.component(
        type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1) + "Frame");
  }

  @Test
  void somethingIsRecorded() {
    assertTrue(names().size() > 20);
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsRecordedIsAsDescribed(String name) {
    assertEquals(List.of(), schema(name).faults(RECORDED.path(name)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothingMoreAndNothingLessThanDescribed(String name) {
    SchemaFile schema = schema(name);
    ObjectNode answer = RECORDED.path(name).deepCopy();
    eachClosedObject(answer, "", (place, object) -> {
      object.put("colour", "blue");
      assertFalse(schema.faults(answer).isEmpty(), "one more at " + place);
      object.remove("colour");
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      for (String key : keys) {
        JsonNode taken = object.remove(key);
        assertFalse(schema.faults(answer).isEmpty(), "none at " + place + "/" + key);
        object.set(key, taken);
      }
    });
    assertEquals(List.of(), schema.faults(answer));
  }

  @Test
  void theCardOfACustomerIsNoFrame() {
    ObjectNode card = RECORDED.path("frame card ringing").deepCopy();
    assertFalse(SchemaFile.component("Card").faults(card).isEmpty());
    card.remove("type");
    assertEquals(List.of(), SchemaFile.component("Card").faults(card));
    assertFalse(SchemaFile.component("CardFrame").faults(card).isEmpty());
  }

  /** Not those inside payloads and sentences, which are whatever was sent or one of several kinds. */
  private static void eachClosedObject(
      JsonNode node, String place, BiConsumer<String, ObjectNode> use) {
    if (node instanceof ObjectNode object) {
      use.accept(place, object);
    }
    if (node.isArray()) {
      node.forEach(item -> eachClosedObject(item, place + "/-", use));
    }
    node.properties().forEach(property -> {
      String name = property.getKey();
      if (!OPEN.contains(name) && !name.equals("payload") && !name.equals("facts")) {
        eachClosedObject(property.getValue(), place + "/" + name, use);
      }
    });
  }
}
