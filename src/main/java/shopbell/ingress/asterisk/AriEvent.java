package shopbell.ingress.asterisk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import shopbell.json.Json;
import shopbell.json.StrictJson;
import shopbell.model.Rejected;

/** One event of ARI; missing values are empty. */
record AriEvent(JsonNode tree, Instant now) {
  /** ARI writes offsets without a colon: {@code 2014-05-20T13:15:27.131-0500}. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]Z", Locale.ROOT);

  /** Empty for what is no JSON object. */
  static Optional<AriEvent> of(String text, Instant now) {
    try {
      JsonNode tree = StrictJson.read(text);
      return tree.isObject() ? Optional.of(new AriEvent(tree, now)) : Optional.empty();
    } catch (Rejected noJson) {
      return Optional.empty();
    }
  }

  /** Empty for what is no JSON. */
  static JsonNode list(String text) {
    try {
      return StrictJson.read(text.isEmpty() ? "[]" : text);
    } catch (Rejected noJson) {
      return Json.MAPPER.createArrayNode();
    }
  }

  String text(String pointer) {
    return tree.at(pointer).asText("").strip();
  }

  Instant at() {
    try {
      return OffsetDateTime.parse(text("/timestamp"), TIME).toInstant();
    } catch (DateTimeException e) {
      return now;
    }
  }
}
