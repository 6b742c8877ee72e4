package shopbell.journey.tracking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/** Finds the write key in the beginning of a body: nothing of an unauthenticated body is parsed further than that. */
final class BodyWriteKey {
  /** How far it searches, in bytes: the size limit of one message. */
  static final int BEGINNING = TrackingBatch.LARGEST;

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String NAME = "writeKey";

  private BodyWriteKey() {}

  /**
   * The key of the batch, or of its first message, whichever comes first; empty when there is none in the beginning.
   */
  static Optional<String> find(byte[] beginning) {
    try (JsonParser parser = FACTORY.createParser(beginning)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? inObject(parser) : Optional.empty();
    } catch (IOException cutOffOrNoJson) {
      return Optional.empty();
    }
  }

  /** Advances past the object where it has no key. */
  private static Optional<String> inObject(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals(NAME) && value == JsonToken.VALUE_STRING) {
        return Optional.of(parser.getText()).filter(key -> !key.isBlank());
      }
      if (name.equals("batch") && value == JsonToken.START_ARRAY) {
        Optional<String> first = inFirst(parser);
        if (first.isPresent()) {
          return first;
        }
      } else {
        parser.skipChildren();
      }
    }
    return Optional.empty();
  }

  /** Advances past the list where its first message has no key. */
  private static Optional<String> inFirst(JsonParser parser) throws IOException {
    JsonToken item = parser.nextToken();
    Optional<String> found = item == JsonToken.START_OBJECT ? inObject(parser) : Optional.empty();
    if (found.isPresent() || item == JsonToken.END_ARRAY) {
      return found;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == null) {
        return Optional.empty();
      }
      parser.skipChildren();
    }
    return Optional.empty();
  }
}
