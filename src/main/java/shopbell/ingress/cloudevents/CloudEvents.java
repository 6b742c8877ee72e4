package shopbell.ingress.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import shopbell.ingress.DoorReply;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.EventAdapter;
import shopbell.ingress.ParsedRequest;
import shopbell.json.EventEnvelope;
import shopbell.json.EventParsers;
import shopbell.json.JsonFields;
import shopbell.json.StrictJson;
import shopbell.model.Rejected;
import shopbell.model.event.Inbound;

/** CloudEvents 1.0 over HTTP (bindings/http-protocol-binding.md): structured, batched and binary. */
public final class CloudEvents implements EventAdapter {
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final int MOST_EVENTS = 5_000;
  private static final int LONGEST = 500;
  private static final int LARGEST_BATCH = 8 * LARGEST;

  @Override
  public int largest(DoorRequest head) {
    return head.mediaType().equals(BATCH) ? LARGEST_BATCH : LARGEST;
  }

  @Override
  public ParsedRequest read(DoorRequest request) {
    List<Inbound> events = switch (request.mediaType()) {
      case STRUCTURED -> List.of(structured(tree(request), "", request.receivedAt()));
      case BATCH -> batch(tree(request), request.receivedAt());
      default -> List.of(binary(request));
    };
    return new ParsedRequest(events, DoorReply.ACCEPTED);
  }

  private static JsonNode tree(DoorRequest request) {
    return StrictJson.read(request.body().getBytes());
  }

  private static List<Inbound> batch(JsonNode list, Instant receivedAt) {
    if (!list.isArray() || list.size() > MOST_EVENTS) {
      throw new Rejected(
          Rejected.Reason.MALFORMED, "A batch is a list of at most " + MOST_EVENTS + " events.");
    }
    List<Inbound> events = new ArrayList<>();
    for (JsonNode event : list) {
      events.add(structured(event, "/" + events.size(), receivedAt));
    }
    return events;
  }

  private static Inbound structured(JsonNode event, String base, Instant receivedAt) {
    JsonFields jsonFields = JsonFields.of(event, base);
    EventEnvelope eventEnvelope = new EventEnvelope(
        version(jsonFields.text("specversion", LONGEST), base),
        jsonFields.text("type", LONGEST),
        jsonFields.text("source", LONGEST),
        jsonFields.text("id", LONGEST),
        jsonFields.instant("time").orElse(receivedAt));
    JsonNode data = jsonFields.has("data_base64")
        ? decoded(jsonFields.text("data_base64", Integer.MAX_VALUE), base)
        : event.path("data");
    return EventParsers.read(eventEnvelope, JsonFields.of(data, base + "/data"), base);
  }

  private static JsonNode decoded(String base64, String base) {
    try {
      return StrictJson.read(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw Rejected.field(base + "/data_base64", "is Base64");
    }
  }

  private static Inbound binary(DoorRequest request) {
    if (request.header("ce-specversion").isEmpty()) {
      throw new Rejected(
          Rejected.Reason.UNSUPPORTED_TYPE,
          "Send " + STRUCTURED + ", " + BATCH
              + ", or application/json with the headers ce-specversion, ce-type,"
              + " ce-source and ce-id.");
    }
    if (!request.mediaType().equals("application/json")) {
      throw new Rejected(
          Rejected.Reason.UNSUPPORTED_TYPE, "The data of an event is application/json.");
    }
    EventEnvelope eventEnvelope = new EventEnvelope(
        version(header(request, "ce-specversion"), ""),
        header(request, "ce-type"),
        header(request, "ce-source"),
        header(request, "ce-id"),
        request
            .header("ce-time")
            .map(text -> JsonFields.instantAt("/ce-time", text))
            .orElse(request.receivedAt()));
    return EventParsers.read(eventEnvelope, JsonFields.of(tree(request), "/data"), "");
  }

  private static String header(DoorRequest request, String name) {
    String raw =
        request.header(name).orElseThrow(() -> Rejected.field("/" + name, "is a required header"));
    try {
      String text = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
      return Optional.of(text)
          .filter(t -> t.length() <= LONGEST && t.indexOf('\0') < 0)
          .orElseThrow(() -> Rejected.field("/" + name, "has at most " + LONGEST + " characters"));
    } catch (IllegalArgumentException e) {
      throw Rejected.field("/" + name, "is percent-encoded UTF-8");
    }
  }

  private static String version(String version, String base) {
    if (!version.startsWith("1.")) {
      throw Rejected.field(base + "/specversion", "is 1.0");
    }
    return version;
  }
}
