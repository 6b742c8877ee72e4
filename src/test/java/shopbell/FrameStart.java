package shopbell;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The head of a frame to an agent; the rest is not parsed, because with thousands of agents in one process that would
 * cost more than the server does.
 *
 * @param interaction empty in anything but a card
 * @param whole whether it is a card with its customer match
 */
record FrameStart(String type, int version, String interaction, boolean whole) {
  private static final JsonFactory JSON = new JsonFactory();

  static FrameStart of(String frame) {
    try (JsonParser json = JSON.createParser(frame)) {
      json.nextToken();
      return read(json);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static FrameStart read(JsonParser json) throws IOException {
    FrameStart head = new FrameStart("", 0, "", false);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      switch (field) {
        case "type" -> head = new FrameStart(json.getText(), 0, "", false);
        case "version" -> head = new FrameStart(head.type, json.getIntValue(), "", false);
        case "interaction" ->
          head = new FrameStart(head.type, head.version, id(json, value), false);
        case "customer" -> {
          return new FrameStart(
              head.type, head.version, head.interaction, value != JsonToken.VALUE_NULL);
        }
        default -> json.skipChildren();
      }
      if (!head.type.isEmpty() && !head.type.equals("card")) {
        return head;
      }
    }
    return head;
  }

  private static String id(JsonParser json, JsonToken value) throws IOException {
    String id = "";
    while (value == JsonToken.START_OBJECT && json.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = json.currentName().equals("id");
      json.nextToken();
      if (wanted) {
        id = json.getText();
      } else {
        json.skipChildren();
      }
    }
    return id;
  }
}
