package shopbell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One schema of a shipped file: of the OpenAPI file, or of an event. */
final class SchemaFile {
  static final Path RESOURCES = Path.of("src/main/resources");
  private static final String BASE = "https://shopbell.test/";
  private static final JsonNode DOCUMENT = parsed();

  private final Validator validator;

  private SchemaFile(JsonObject schema, String name) {
    validator = Validator.create(
        JsonSchema.of(BASE + name, schema),
        new JsonSchemaOptions()
            .setBaseUri(BASE)
            .setDraft(Draft.DRAFT202012)
            .setOutputFormat(OutputFormat.Basic));
  }

  private static JsonNode parsed() {
    try {
      return new YAMLMapper().readTree(RESOURCES.resolve("api/openapi.yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole OpenAPI file. */
  static JsonNode document() {
    return DOCUMENT;
  }

  /** What the {@code $ref} of a node of it refers to. */
  static JsonNode at(JsonNode reference) {
    return DOCUMENT.at(reference.path("$ref").asText().substring(1));
  }

  /** The text of a file. */
  static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the data of an event of {@code type}. */
  static SchemaFile event(String type) {
    String name = "schemas/" + type + ".json";
    return new SchemaFile(new JsonObject(text(RESOURCES.resolve(name))), name);
  }

  /** The schema {@code name} of the OpenAPI file. */
  static SchemaFile component(String name) {
    if (DOCUMENT.at("/components/schemas/" + name).isMissingNode()) {
      throw new IllegalArgumentException("openapi.yaml has no schema " + name);
    }
    return described(new JsonObject().put("$ref", "#/components/schemas/" + name), name);
  }

  /** Of the answer 200 to GET {@code path}, without its query. */
  static SchemaFile answer(String path) {
    return answer("GET", path, 200)
        .orElseThrow(() -> new IllegalArgumentException("openapi.yaml has no answer for " + path));
  }

  /** Of the JSON that this call is answered with; empty where the file says nothing of it. */
  static Optional<SchemaFile> answer(String method, String path, int status) {
    JsonNode response = operation(path)
        .path(method.toLowerCase(Locale.ROOT))
        .path("responses")
        .path(Integer.toString(status));
    JsonNode whole = response.has("$ref") ? at(response) : response;
    JsonNode schema = whole.path("content").path("application/json").path("schema");
    return Optional.of(schema)
        .filter(found -> !found.isMissingNode())
        .map(found -> described(new JsonObject(found.toString()), path));
  }

  private static JsonNode operation(String path) {
    JsonNode paths = DOCUMENT.path("paths");
    List<String> names = new ArrayList<>();
    paths.fieldNames().forEachRemaining(names::add);
    Optional<String> template =
        names.stream().filter(name -> matches(name, path)).findFirst();
    return paths.path(names.contains(path) ? path : template.orElse(""));
  }

  private static boolean matches(String template, String path) {
    String[] expected = template.split("/", -1);
    String[] given = path.split("/", -1);
    for (int i = 0; i < expected.length && expected.length == given.length; i++) {
      if (!expected[i].startsWith("{") && !expected[i].equals(given[i])) {
        return false;
      }
    }
    return expected.length == given.length;
  }

  /** References lead into the components, so the schema carries them with it. */
  private static SchemaFile described(JsonObject schema, String name) {
    JsonObject components = new JsonObject(DOCUMENT.path("components").toString());
    return new SchemaFile(schema.put("components", components), "openapi/" + name);
  }

  /** What is wrong with {@code json}, the place first; empty when it is valid. */
  List<String> faults(String json) {
    OutputUnit output = validator.validate(Json.decodeValue(json));
    if (output.getValid()) {
      return List.of();
    }
    List<OutputUnit> errors = Optional.ofNullable(output.getErrors()).orElse(List.of(output));
    return errors.stream()
        .map(error -> error.getInstanceLocation() + " " + error.getError() + " ("
            + error.getKeywordLocation() + ")")
        .toList();
  }

  /** The same of a tree. */
  List<String> faults(JsonNode json) {
    return faults(json.toString());
  }

  /** All types of events that have a schema. */
  static List<String> eventTypes() {
    String[] files = RESOURCES.resolve("schemas").toFile().list();
    return Arrays.stream(files)
        .filter(name -> !name.equals("index.json"))
        .map(name -> name.replaceAll("\\.json$", ""))
        .sorted()
        .toList();
  }
}
