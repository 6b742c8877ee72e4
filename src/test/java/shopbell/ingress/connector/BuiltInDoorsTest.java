package shopbell.ingress.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shopbell.config.Secret;
import shopbell.connector.Connectors;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.DoorSettings;
import shopbell.json.Json;
import shopbell.model.Rejected;
import shopbell.model.event.Inbound;

/**
 * Every built-in door against its fixtures, {@code /connectors/NAME}: the events of {@code CASE.json}, {@code .txt} or
 * {@code .xml} are, field by field, in {@code CASE.expected}; {@code CASE.signed} has its sender's signature.
 */
class BuiltInDoorsTest {
  private static final Path FIXTURES = Path.of("src/test/resources/connectors");
  private static final Connectors CONNECTORS = Connectors.in(Path.of("target/no-connectors"));
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final Map<String, String> TYPES = Map.of(
      "json",
      "application/json; charset=utf-8",
      "txt",
      "application/x-www-form-urlencoded",
      "xml",
      "text/xml");

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      return files
          .filter(file -> !doors(file).isEmpty() && file.toString().endsWith(ending))
          .sorted()
          .toList();
    }
  }

  /** Fixtures of sources are beside those of doors. */
  private static Set<String> doors(Path file) {
    return CONNECTORS.all().entrySet().stream()
        .filter(door -> door.getValue().connector().door().isPresent())
        .map(Map.Entry::getKey)
        .filter(name -> file.getParent().getFileName().toString().equals(name))
        .collect(Collectors.toSet());
  }

  static List<Path> cases() throws IOException {
    return files("").stream()
        .filter(file -> TYPES.containsKey(ending(file)))
        .filter(file -> !file.toString().matches(".*[.](expected|signed)[.]json"))
        .toList();
  }

  static List<Path> signatures() throws IOException {
    return files(".signed.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whatItSaysIsRead(Path file) throws IOException {
    List<Inbound> events =
        door(file, Optional.empty()).read(request(file, Map.of())).events();
    ArrayNode actual = Json.MAPPER.createArrayNode();
    events.forEach(event -> actual.add(told(event)));
    Path expected = Path.of(file.toString().replaceFirst("[.]\\w+$", ".expected.json"));
    assertTrue(Files.exists(expected), () -> file + " says\n" + actual.toPrettyString());
    assertEquals(
        Json.MAPPER.readTree(Files.readString(expected)).toPrettyString(), actual.toPrettyString());
  }

  /** Without what is empty, and without what the door itself adds. */
  private static JsonNode told(Inbound event) {
    JsonNode tree = Json.MAPPER.valueToTree(event);
    com.fasterxml.jackson.databind.node.ObjectNode told = Json.MAPPER.createObjectNode();
    told.put("is", event.getClass().getSimpleName());
    tree.properties().forEach(field -> {
      JsonNode value = field.getValue();
      if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
        told.set(field.getKey(), value);
      }
    });
    return told;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("signatures")
  void itsSendersSignatureFitsAndNoOther(Path file) throws IOException {
    JsonNode signed = Json.MAPPER.readTree(Files.readString(file));
    Path body = cases().stream()
        .filter(one -> one.toString().startsWith(file.toString().replace(".signed.json", ".")))
        .findFirst()
        .orElseThrow();
    Map<String, String> headers = signed.path("headers").properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, h -> h.getValue().asText()));
    ConnectorAdapter door =
        door(file, Optional.of(new Secret(signed.path("authToken").asText())));
    DoorRequest request = request(body, headers);
    assertTrue(door.signed());
    door.verify(request);
    assertThrows(Rejected.class, () -> door.verify(request(body, Map.of())));
    DoorRequest other = new DoorRequest(
        request.url(), request.headers(), request.body().copy().appendString("x"), NOW);
    assertThrows(Rejected.class, () -> door.verify(other));
    ConnectorAdapter stranger = door(file, Optional.of(new Secret("whsec_c29tZXRoaW5nIGVsc2U=")));
    assertThrows(Rejected.class, () -> stranger.verify(request));
  }

  @Test
  void everyDoorHasFixtures() throws IOException {
    Set<String> tried = cases().stream()
        .map(file -> file.getParent().getFileName().toString())
        .collect(Collectors.toSet());
    Set<String> known = CONNECTORS.all().entrySet().stream()
        .filter(door -> door.getValue().connector().door().isPresent())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
    assertEquals(known, tried);
    assertTrue(known.size() >= 8, known.toString());
  }

  private static ConnectorAdapter door(Path file, Optional<Secret> token) {
    String name = file.getParent().getFileName().toString();
    DoorSettings settings =
        new DoorSettings("here", name, Optional.empty(), token, Optional.empty(), Optional.empty());
    return new ConnectorAdapter(settings, CONNECTORS.get("ingress.here.kind", name));
  }

  private static DoorRequest request(Path file, Map<String, String> headers) throws IOException {
    MultiMap all = MultiMap.caseInsensitiveMultiMap().add("Content-Type", TYPES.get(ending(file)));
    headers.forEach(all::add);
    return new DoorRequest(
        "https://shopbell.example/in/twilio", all, Buffer.buffer(Files.readAllBytes(file)), NOW);
  }

  private static String ending(Path file) {
    return file.toString().replaceFirst(".*[.]", "");
  }
}
