package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The OpenAPI file says of each answer all that is in it. */
class SchemaShapesTest {
  /** Parts that others are composed of, which are closed themselves, and problems, which RFC 9457 leaves open. */
  private static final Set<String> OPEN =
      Set.of("LibraryVersion", "Page", "CardContent", "Problem");

  private final Set<String> read = new LinkedHashSet<>();
  private final List<String> faults = new ArrayList<>();

  @BeforeEach
  void walk() {
    SchemaFile.document()
        .path("paths")
        .properties()
        .forEach(path -> path.getValue()
            .properties()
            .forEach(call -> call.getValue()
                .path("responses")
                .forEach(response -> response(response, call.getKey() + " " + path.getKey()))));
  }

  private void response(JsonNode response, String place) {
    JsonNode whole = response.has("$ref") ? SchemaFile.at(response) : response;
    JsonNode schema = whole.path("content").path("application/json").path("schema");
    if (!schema.isMissingNode() && !place.contains(" /in/")) {
      schema(schema, place, false);
    }
  }

  private void schema(JsonNode schema, String place, boolean within) {
    if (schema.has("$ref")) {
      String name = schema.path("$ref").asText().replaceAll(".*/", "");
      if (read.add(name)) {
        schema(SchemaFile.at(schema), name, OPEN.contains(name));
      }
    }
    boolean closed = within
        || isFalse(schema, "additionalProperties")
        || isFalse(schema, "unevaluatedProperties");
    if (schema.has("properties")) {
      properties(schema, place, closed, within);
    }
    for (String list : List.of("allOf", "anyOf")) {
      boolean composed = list.equals("allOf") && closed;
      schema.path(list).forEach(part -> schema(part, place, composed));
    }
    if (schema.has("items")) {
      schema(schema.path("items"), place + "/items", false);
    }
  }

  private void properties(JsonNode schema, String place, boolean closed, boolean within) {
    if (!closed) {
      faults.add(place + " is open");
    }
    Set<String> optional = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(optional::add);
    schema.path("required").forEach(name -> optional.remove(name.asText()));
    // one of several alternatives is required
    schema
        .path("anyOf")
        .forEach(part -> part.path("required").forEach(name -> optional.remove(name.asText())));
    if (within) {
      // a page requires them
      optional.remove("items");
    }
    if (!optional.isEmpty() && !place.equals("Problem") && !place.equals("Health")) {
      faults.add(place + " may be without " + optional);
    }
    schema
        .path("properties")
        .properties()
        .forEach(part -> schema(part.getValue(), place + "/" + part.getKey(), false));
  }

  private static boolean isFalse(JsonNode schema, String keyword) {
    return schema.has(keyword) && !schema.path(keyword).asBoolean(true);
  }

  @Test
  void everyObjectOfAnAnswerIsClosedAndHasAllItsParts() {
    assertTrue(read.size() > 60, read.toString());
    assertEquals(List.of(), faults);
  }

  @Test
  void everyListOfAnAnswerSaysWhatIsInIt() {
    List<String> bare = new ArrayList<>();
    SchemaFile.document()
        .at("/components/schemas")
        .properties()
        .forEach(schema -> schema.getValue().findParents("type").stream()
            .filter(part -> part.path("type").asText().equals("array") && !part.has("items"))
            .forEach(part -> bare.add(schema.getKey())));
    assertEquals(List.of("Page"), bare);
  }
}
