package shopbell.journey.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.json.JsonFields;
import shopbell.json.StrictJson;
import shopbell.model.Rejected;
import shopbell.model.event.Visit;

/**
 * A whole body of the tracking API: one message, or a batch of independent messages.
 *
 * @param refused messages that are not stored, by their index in the batch
 */
record TrackingBatch(List<Visit> visits, Map<Integer, String> refused) {
  /** One message, in bytes. */
  static final int LARGEST = 32 * 1024;

  /** Segment's limit. */
  private static final int MOST = 2_500;

  TrackingBatch {
    visits = List.copyOf(visits);
    refused = Map.copyOf(refused);
  }

  /** The one message of {@code body}; Rejected says what is wrong with it. */
  static TrackingBatch single(byte[] bytes, MessageType messageType, Instant receivedAt) {
    JsonNode body = StrictJson.read(bytes);
    JsonFields jsonFields = JsonFields.of(body, "");
    small(body);
    Instant at = ClockSkew.at(jsonFields, Optional.empty(), receivedAt);
    Visit visit =
        new TrackingMessage(jsonFields, jsonFields.inside("context"), at).visit(messageType);
    return new TrackingBatch(List.of(visit), Map.of());
  }

  /** All of a batch; Rejected when it is none, or when none of its messages is valid. */
  static TrackingBatch batch(byte[] bytes, Instant receivedAt) {
    BatchSizeCheck.bounded(bytes, MOST);
    JsonNode body = StrictJson.read(bytes);
    JsonFields whole = JsonFields.of(body, "");
    JsonNode items = body.path("batch");
    if (!items.isArray()) {
      throw Rejected.field("/batch", "is a list of messages");
    }
    Batch batch = new Batch(whole, ClockSkew.instant(whole, "sentAt"), receivedAt);
    for (JsonNode item : items) {
      batch.add(item);
    }
    return batch.read();
  }

  /** A batch while it is parsed. */
  private record Batch(
      JsonFields whole,
      Optional<Instant> sentAt,
      Instant receivedAt,
      List<Visit> visits,
      Map<Integer, String> refused) {
    Batch(JsonFields whole, Optional<Instant> sentAt, Instant receivedAt) {
      this(whole, sentAt, receivedAt, new ArrayList<>(), new java.util.TreeMap<>());
    }

    void add(JsonNode item) {
      int place = visits.size() + refused.size();
      try {
        visits.add(visit(item, JsonFields.of(item, "/batch/" + place)));
      } catch (Rejected e) {
        refused.put(place, why(e));
      }
    }

    private Visit visit(JsonNode item, JsonFields jsonFields) {
      small(item);
      MessageType messageType = jsonFields
          .plain("type")
          .flatMap(MessageType::of)
          .orElseThrow(
              () -> jsonFields.refuse("type", "is identify, track, page, screen, group or alias"));
      JsonFields context =
          jsonFields.has("context") ? jsonFields.inside("context") : whole.inside("context");
      return new TrackingMessage(jsonFields, context, ClockSkew.at(jsonFields, sentAt, receivedAt))
          .visit(messageType);
    }

    TrackingBatch read() {
      if (visits.isEmpty() && !refused.isEmpty()) {
        String first = refused.values().iterator().next();
        throw new Rejected(
            Rejected.Reason.MALFORMED, "No message of the batch can be kept; the first: " + first);
      }
      return new TrackingBatch(visits, refused);
    }
  }

  private static String why(Rejected e) {
    return e.errors().stream()
        .findFirst()
        .map(error -> error.pointer() + " " + error.detail())
        .orElse(e.getMessage());
  }

  private static void small(JsonNode message) {
    if (weight(message) > LARGEST) {
      throw new Rejected(Rejected.Reason.MALFORMED, "A message has at most " + LARGEST + " bytes.");
    }
  }

  /** About as many bytes as it had when it was sent; never more. */
  private static int weight(JsonNode node) {
    if (node.isValueNode()) {
      return node.isTextual() ? node.textValue().length() + 2 : 1;
    }
    int sum = 2;
    for (JsonNode child : node) {
      sum += weight(child) + 1;
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      sum += field.getKey().length() + 3;
    }
    return sum;
  }
}
