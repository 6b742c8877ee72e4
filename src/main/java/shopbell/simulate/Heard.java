package shopbell.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The head of a frame, read no further than needed: with a thousand agents whole cards would cost more than the server. */
record Heard(String type, int version, String interaction, String sender) {
  private static final JsonFactory JSON = new JsonFactory();

  boolean card() {
    return type.equals("card");
  }

  /** Of anything but a card only the type is read; what is no JSON has none. */
  static Heard of(String frame) {
    try (JsonParser json = JSON.createParser(frame)) {
      return json.nextToken() == JsonToken.START_OBJECT ? head(json) : nothing();
    } catch (IOException e) {
      return nothing();
    }
  }

  private static Heard head(JsonParser json) throws IOException {
    Heard heard = nothing();
    while (json.nextToken() == JsonToken.FIELD_NAME && !heard.complete()) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (field.equals("type")) {
        heard = new Heard(json.getText(), heard.version, heard.interaction, heard.sender);
      } else if (field.equals("version")) {
        heard = new Heard(heard.type, json.getIntValue(), heard.interaction, heard.sender);
      } else if (field.equals("interaction") && value == JsonToken.START_OBJECT) {
        heard = heard.about(json);
      } else {
        json.skipChildren();
      }
    }
    return heard;
  }

  private Heard about(JsonParser json) throws IOException {
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
    return new Heard(type, version, id, from);
  }

  private boolean complete() {
    return !type.isEmpty() && (!card() || (version > 0 && !sender.isEmpty()));
  }

  private static Heard nothing() {
    return new Heard("", 0, "", "");
  }
}
