package shopbell.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shopbell.Waiting;
import shopbell.connector.ConnectorReader;
import shopbell.connector.ConnectorSamples;
import shopbell.connector.RequestStep;
import shopbell.connector.SourceSpec;
import shopbell.json.Json;
import shopbell.model.ContractWord;
import shopbell.model.CustomerKind;
import shopbell.model.ExternalId;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.remote.RemoteSettings;

/**
 * Every built-in source against its samples: {@code connectors/NAME/source.json} has the query, the expected requests,
 * the responses, and the expected events.
 */
class SourceConnectorsIT extends ConnectorSamples {

  static Stream<String> sources() {
    return names(connector -> connector.source().isPresent());
  }

  @ParameterizedTest
  @MethodSource("sources")
  void asksAndUnderstandsAsItsSamplesSay(String name) throws IOException {
    JsonNode sample = sample(name, "source.json");
    Queue<JsonNode> exchanges = new ConcurrentLinkedQueue<>();
    sample.path("exchanges").forEach(exchanges::add);
    List<String> heard = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    sample.path("exchanges").forEach(exchange -> expected.add(expected(exchange)));
    system.does(request -> request.body().onSuccess(body -> {
      JsonNode exchange = exchanges.remove();
      heard.add(heard(exchange, request, body.toString()));
      request.response().end(sample(name, exchange.path("answer").asText()).toString());
    }));
    Source.SourceAnswer sourceAnswer =
        Waiting.on(source(name, sample.path("settings")).about(asked(sample.path("asked"))));
    assertEquals(expected, heard);
    assertSaid(sample.path("says"), sourceAnswer);
  }

  @Test
  void theExampleInTheDocumentationIsAConnector() throws IOException {
    String page = Files.readString(Path.of("docs", "sources.md"));
    String yaml = page.substring(page.indexOf("name: crm"));
    SourceSpec spec =
        ConnectorReader.read(yaml.substring(0, yaml.indexOf("```"))).source().orElseThrow();
    assertEquals(
        List.of("person", "cases"), spec.steps().stream().map(RequestStep::name).toList());
  }

  private RestSource source(String name, JsonNode given) {
    SourceSpec spec = ALL.all().get(name).connector().source().orElseThrow();
    Map<String, String> keys = new HashMap<>(Map.of("url", system.url()));
    given.properties().forEach(key -> keys.put(key.getKey(), key.getValue().asText()));
    RemoteSettings settings = RemoteSettings.of("sources", "theirs", keys);
    return new RestSource(settings, () -> spec, 2, vertx, InstantSource.system());
  }

  private static SourceQuery asked(JsonNode known) {
    ExternalId id = new ExternalId("crm", "1");
    List<Handle> handles = new ArrayList<>();
    known
        .properties()
        .forEach(handle -> handles.add(Handle.of(
            ContractWord.of(HandleKind.class, handle.getKey()),
            handle.getValue().asText())));
    return new SourceQuery(
        new UUID(1, 1), CustomerKind.PERSON, Optional.empty(), id, List.of(id), handles);
  }

  private static String expected(JsonNode exchange) {
    return exchange.path("asks").asText() + " " + exchange.path("with") + " "
        + exchange.path("body");
  }

  /** The request, with the headers and the body that the sample names. */
  private static String heard(JsonNode exchange, HttpServerRequest request, String body) {
    Map<String, String> with = new java.util.LinkedHashMap<>();
    exchange
        .path("with")
        .properties()
        .forEach(header -> with.put(header.getKey(), request.getHeader(header.getKey())));
    String uri = URLDecoder.decode(request.uri().replace("+", "%2B"), StandardCharsets.UTF_8);
    return request.method() + " " + uri + " " + (with.isEmpty() ? "" : Json.write(with)) + " "
        + (exchange.has("body") ? body : "");
  }

  /** The samples have the plain fields of a customer beside the others, as systems do. */
  private static JsonNode told(JsonNode record, String field) {
    return record.has(field) ? record.path(field) : record.path("details").path(field);
  }

  private static void assertSaid(JsonNode says, Source.SourceAnswer sourceAnswer)
      throws IOException {
    List<Map<String, JsonNode>> told = new ArrayList<>();
    for (int i = 0; i < sourceAnswer.records().size(); i++) {
      JsonNode record = Json.MAPPER.valueToTree(sourceAnswer.records().get(i));
      Map<String, JsonNode> named = new HashMap<>();
      says.path(i)
          .properties()
          .forEach(field -> named.put(field.getKey(), told(record, field.getKey())));
      told.add(named);
    }
    assertEquals(says, Json.MAPPER.readTree(Json.write(told)));
  }
}
