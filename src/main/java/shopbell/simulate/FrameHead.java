package shopbell.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * The head of a frame, parsed no further than needed: with a thousand agents whole cards would cost more than the
 * server.
 */
record FrameHead(String type, int version, String interaction, String sender) {
  private static final JsonFactory JSON = new JsonFactory();

  boolean card() {
    return type.equals("card");
  }

  /** Of anything but a card only the type is parsed; a text that is no JSON has none. */
  static FrameHead of(String frame) {
    try (JsonParser json = JSON.createParser(frame)) {
      return json.nextToken() == JsonToken.START_OBJECT ? head(json) : nothing();
    } catch (IOException e) {
      return nothing();
    }
  }

  private static FrameHead head(JsonParser json) throws IOException {
    FrameHead frameHead = nothing();
    while (json.nextToken() == JsonToken.FIELD_NAME && !frameHead.complete()) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (field.equals("type")) {
        frameHead = new FrameHead(
            json.getText(), frameHead.version, frameHead.interaction, frameHead.sender);
      } else if (field.equals("version")) {
        frameHead = new FrameHead(
            frameHead.type, json.getIntValue(), frameHead.interaction, frameHead.sender);
      } else if (field.equals("interaction") && value == JsonToken.START_OBJECT) {
        frameHead = frameHead.about(json);
      } else {
        json.skipChildren();
      }
    }
    return frameHead;
  }

  private FrameHead about(JsonParser json) throws IOException {
    String id = "";
    String from = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("id")) {
        id = json.getText();
      } else if (field.equals("senderId")) {
        from = json.getText();
      } else {
        json.skipChildren();
      }
    }
    return new FrameHead(type, version, id, from);
  }

  private boolean complete() {
    return !type.isEmpty() && (!card() || (version > 0 && !sender.isEmpty()));
  }

  private static FrameHead nothing() {
    return new FrameHead("", 0, "", "");
  }
}
