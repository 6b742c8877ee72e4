package shopbell.ingress.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Rejected;
import shopbell.model.Visit;
import shopbell.wire.Fields;
import shopbell.wire.Strict;

/**
 * A whole body of the tracking API: one message, or a batch of which each stands for itself.
 *
 * @param refused messages that are not kept, by their place in the batch
 */
record Messages(List<Visit> visits, Map<Integer, String> refused) {
  /** One message, in bytes. */
  static final int LARGEST = 32 * 1024;

  /** Segment's limit. */
  private static final int MOST = 2_500;

  Messages {
    visits = List.copyOf(visits);
    refused = Map.copyOf(refused);
  }

  /** The one message of {@code body}; Rejected says what is wrong with it. */
  static Messages single(byte[] bytes, Kind kind, Instant receivedAt) {
    JsonNode body = Strict.read(bytes);
    Fields fields = Fields.of(body, "");
    small(body);
    Instant at = Skew.at(fields, Optional.empty(), receivedAt);
    Visit visit = new Message(fields, fields.inside("context"), at).visit(kind);
    return new Messages(List.of(visit), Map.of());
  }

  /** All of a batch; Rejected when it is none, or when nothing of it can be kept. */
  static Messages batch(byte[] bytes, Instant receivedAt) {
    MessageCount.bounded(bytes, MOST);
    JsonNode body = Strict.read(bytes);
    Fields whole = Fields.of(body, "");
    JsonNode items = body.path("batch");
    if (!items.isArray()) {
      throw Rejected.field("/batch", "is a list of messages");
    }
    Batch batch = new Batch(whole, Skew.instant(whole, "sentAt"), receivedAt);
    for (JsonNode item : items) {
      batch.add(item);
    }
    return batch.read();
  }

  /** A batch while it is read. */
  private record Batch(
      Fields whole,
      Optional<Instant> sentAt,
      Instant receivedAt,
      List<Visit> visits,
      Map<Integer, String> refused) {
    Batch(Fields whole, Optional<Instant> sentAt, Instant receivedAt) {
      this(whole, sentAt, receivedAt, new ArrayList<>(), new java.util.TreeMap<>());
    }

    void add(JsonNode item) {
      int place = visits.size() + refused.size();
      try {
        visits.add(visit(item, Fields.of(item, "/batch/" + place)));
      } catch (Rejected e) {
        refused.put(place, why(e));
      }
    }

    private Visit visit(JsonNode item, Fields fields) {
      small(item);
      Kind kind = fields
          .plain("type")
          .flatMap(Kind::of)
          .orElseThrow(
              () -> fields.refuse("type", "is identify, track, page, screen, group or alias"));
      Fields context = fields.has("context") ? fields.inside("context") : whole.inside("context");
      return new Message(fields, context, Skew.at(fields, sentAt, receivedAt)).visit(kind);
    }

    Messages read() {
      if (visits.isEmpty() && !refused.isEmpty()) {
        String first = refused.values().iterator().next();
        throw new Rejected(
            Rejected.Reason.MALFORMED, "No message of the batch can be kept; the first: " + first);
      }
      return new Messages(visits, refused);
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
