package shopbell.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import shopbell.json.EventEnvelope;
import shopbell.json.EventParsers;
import shopbell.json.Json;
import shopbell.json.JsonFields;
import shopbell.model.Rejected;
import shopbell.model.event.Inbound;

/**
 * The events a map makes of a payload: none, one or many {@code {type, data, id?, time?}} of the native vocabulary.
 */
public final class MappedEvents {
  private static final int MOST = 1_000;

  private static final String TRANSFERRED = "shopbell.interaction.transferred";

  private MappedEvents() {}

  /**
   * In the order of the map's result.
   *
   * @param defaults the fields of every {@code data} without a value of its own, such as {@code system}; the map sees
   *     them too
   * @param now when it was received, which the map sees as {@code $received} in milliseconds
   * @throws Rejected with the invalid field, as for any event
   * @throws ConnectorError when the expression itself fails
   */
  public static List<Inbound> events(
      Expression map,
      Map<String, Object> seen,
      String source,
      Map<String, Object> defaults,
      Instant now) {
    List<?> all = result(map, seen, defaults, now);
    if (all.size() > MOST) {
      throw new Rejected(
          Rejected.Reason.SENSELESS, "The map makes more than " + MOST + " events of one payload.");
    }
    List<Inbound> events = new ArrayList<>();
    for (Object one : all) {
      events.add(event(one, "/" + events.size(), source, defaults, now));
    }
    return events;
  }

  /** The map's own result. */
  static List<?> result(
      Expression map, Map<String, Object> seen, Map<String, Object> defaults, Instant now) {
    Map<String, Object> variables = new HashMap<>(defaults);
    variables.putAll(seen);
    variables.put("received", now.toEpochMilli());
    Object result = map.evaluate(seen, variables);
    return result == null ? List.of() : result instanceof List<?> list ? list : List.of(result);
  }

  private static Inbound event(
      Object one, String base, String source, Map<String, Object> defaults, Instant now) {
    JsonNode tree = tree(one);
    JsonFields event = JsonFields.of(tree, base);
    Map<String, Object> data = new LinkedHashMap<>(defaults);
    if (event.text("type", 200).equals(TRANSFERRED)) {
      // a transfer without a queue goes to an outside number: the door's default queue does not
      // apply
      data.remove("queue");
    }
    tree.path("data").properties().forEach(field -> {
      if (!field.getValue().isNull()) {
        data.put(field.getKey(), field.getValue());
      }
    });
    JsonNode whole = Json.MAPPER.valueToTree(data);
    String type = event.text("type", 200);
    String id = event
        .optional("id", 500)
        .orElseGet(() -> derived(type + event.plain("time").orElse("") + whole));
    EventEnvelope eventEnvelope = new EventEnvelope("1.0", type, source, id, time(event, now));
    return EventParsers.read(eventEnvelope, JsonFields.of(whole, base + "/data"), base);
  }

  /** {@link ConnectorError} for a result that is no plain value, such as a function. */
  static JsonNode tree(Object one) {
    try {
      return Json.MAPPER.valueToTree(one);
    } catch (IllegalArgumentException e) {
      throw new ConnectorError(
          "the map makes something that is no plain value, such as a function", 1, 1);
    }
  }

  /** An event without an id of its own is identified by its content. */
  private static String derived(String said) {
    return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Instant time(JsonFields event, Instant now) {
    return event.instant("time").orElse(now);
  }
}
