package shopbell;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import shopbell.model.interaction.Interaction;

/** A CloudEvent of the native vocabulary to send to a shop; {@code source} is always {@code /tests}. */
public record Event(String type, String id, Instant time, Map<String, Object> data) {
  public Event {
    data = Map.copyOf(data);
  }

  /** Of {@code type}, with an id of its own, just now. */
  public static Event of(String type, Map<String, Object> data) {
    return new Event(type, UUID.randomUUID().toString(), Instant.now(), data);
  }

  /** {@code call} rings at these agents. */
  public static Event ringing(String call, String from, String... agents) {
    return step("ringing", call).with("from", from).with("agents", List.of(agents));
  }

  /** One of these has answered {@code call}. */
  public static Event answered(String call, String... agents) {
    return step("answered", call).with("agents", List.of(agents));
  }

  /** {@code call} waits in a queue for the next free agent. */
  public static Event queued(String call, String from, String queue) {
    return step("queued", call).with("from", from).with("queue", queue);
  }

  /** {@code call} is over. */
  public static Event ended(String call, String cause) {
    return step("ended", call).with("cause", cause);
  }

  /** Any other step of {@code call}. */
  public static Event step(String step, String call) {
    return of("shopbell.interaction." + step, Map.of("interaction", call));
  }

  /** A customer {@code number} of the system {@code crm} with this phone. */
  public static Event customer(String number, String name, String phone) {
    Map<String, Object> handle = Map.of("kind", "phone", "value", phone);
    return of("shopbell.customer.upserted", Map.of("system", "crm", "id", number, "name", name))
        .with("handles", List.of(handle));
  }

  /** The same event with one more field in its data. */
  public Event with(String field, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(data);
    more.put(field, value);
    return new Event(type, id, time, more);
  }

  /** The same event, said to have happened at {@code when}. */
  public Event at(Instant when) {
    return new Event(type, id, when, data);
  }

  /** Our id of the interaction it is about. */
  public UUID interaction() {
    return Interaction.id("events", data.get("interaction").toString());
  }

  /** The structured form. */
  public Map<String, Object> structured() {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("type", type);
    event.put("source", "/tests");
    event.put("id", id);
    event.put("time", time.toString());
    event.put("data", data);
    return event;
  }
}
