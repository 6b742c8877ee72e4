package shopbell.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shopbell.Waiting;
import shopbell.connector.ActionSpec;
import shopbell.connector.ConnectorSamples;
import shopbell.json.Json;
import shopbell.remote.RemoteSettings;
import shopbell.remote.RemoteSystem;

/** Every built-in action against {@code connectors/NAME/action.json}: the expected requests after a wrap-up. */
class ActionConnectorsIT extends ConnectorSamples {
  private static final String TOLD = """
      {"disposition": "resolved", "agent": "anna", "queue": null, "note": "sends the lamp back",
       "tickets": [{"system": "other", "id": "16"}, {"system": "theirs", "id": "17"}, {"system": "theirs", "id": "18"}]}
      """;

  static Stream<String> actions() {
    return names(connector -> connector.action().isPresent());
  }

  @ParameterizedTest
  @MethodSource("actions")
  void aNoteIsWrittenWhereItsSampleSays(String name) {
    JsonNode exchanges = sample(name, "action.json").path("exchanges");
    Queue<JsonNode> left = new ConcurrentLinkedQueue<>();
    exchanges.forEach(left::add);
    List<JsonNode> heard = new CopyOnWriteArrayList<>();
    system.does(request -> request.body().onSuccess(body -> {
      JsonNode exchange = left.remove();
      heard.add(heard(exchange, request, body.toString()));
      request.response().end(exchange.path("answer").toString());
    }));
    Waiting.on(action(name).take(parcel(TOLD)));
    assertEquals(StreamSupport.stream(exchanges.spliterator(), false).toList(), heard);
  }

  @ParameterizedTest
  @MethodSource("actions")
  void nothingIsAskedOrWrittenWithoutANoteOrATicketOfThatSystem(String name) {
    List<String> heard = new CopyOnWriteArrayList<>();
    system.does(request -> {
      heard.add(request.uri());
      request.response().end("{}");
    });
    Waiting.on(action(name)
        .take(parcel("{\"note\": \"n\", \"tickets\": [{\"system\": \"other\", \"id\": \"1\"}]}")));
    Waiting.on(action(name)
        .take(parcel("{\"note\": null, \"tickets\": [{\"system\": \"theirs\", \"id\": \"1\"}]}")));
    assertEquals(List.of(), heard);
  }

  private ConnectorReceiver action(String name) {
    ActionSpec spec = ALL.all().get(name).connector().action().orElseThrow();
    RemoteSettings settings =
        RemoteSettings.of("deliveries", "theirs", Map.of("url", system.url(), "token", "tok"));
    RemoteSystem remote =
        new RemoteSystem(settings, spec.authentication(), 2, vertx, InstantSource.system());
    return new ConnectorReceiver(() -> spec, "theirs", remote);
  }

  private static QueuedDelivery parcel(String told) {
    return new QueuedDelivery(1, "key", EventType.INTERACTION_FINISHED, Instant.now(), told, 0);
  }

  /** The exchange as it was: the request's own method, address, headers and body in the sample's place. */
  private static JsonNode heard(JsonNode exchange, HttpServerRequest request, String body) {
    ObjectNode heard = exchange.deepCopy();
    String uri = URLDecoder.decode(request.uri().replace("+", "%2B"), StandardCharsets.UTF_8);
    heard.put("asks", request.method() + " " + uri);
    ObjectNode with = Json.MAPPER.createObjectNode();
    exchange
        .path("with")
        .fieldNames()
        .forEachRemaining(header -> with.put(header, request.getHeader(header)));
    heard.set("with", with);
    heard.remove("body");
    if (!body.isEmpty()) {
      heard.set("body", Json.read(body, JsonNode.class));
    }
    return heard;
  }
}
