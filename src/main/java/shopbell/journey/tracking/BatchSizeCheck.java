package shopbell.journey.tracking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import shopbell.model.Rejected;

/** Counts the messages of a batch before it is parsed: a million empty ones fit into a few packed kilobytes. */
final class BatchSizeCheck {
  private static final JsonFactory FACTORY = new JsonFactory();

  private BatchSizeCheck() {}

  /** TOO_LARGE as soon as there are more than {@code most}; syntax errors are left to the parser. */
  static void bounded(byte[] body, int most) {
    try (JsonParser parser = FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean batch = parser.currentName().equals("batch");
        if (parser.nextToken() == JsonToken.START_ARRAY && batch) {
          items(parser, most);
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException noJson) {
      // the parser reports where
    }
  }

  private static void items(JsonParser parser, int most) throws IOException {
    int count = 0;
    for (JsonToken item = parser.nextToken();
        item != JsonToken.END_ARRAY && item != null;
        item = parser.nextToken()) {
      parser.skipChildren();
      count++;
      if (count > most) {
        throw new Rejected(Rejected.Reason.TOO_LARGE, "A batch has at most " + most + " messages.");
      }
    }
  }
}
