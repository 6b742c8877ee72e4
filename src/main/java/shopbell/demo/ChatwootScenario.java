package shopbell.demo;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** Chatwoot's requests to the demo's connector door: one stored, one without an event, one refused. */
final class ChatwootScenario {
  /** The name of the door. */
  static final String DOOR = "webchat";

  private ChatwootScenario() {}

  /** In the order in which it happens. */
  static List<JsonObject> payloads() {
    JsonObject tessa = new JsonObject()
        .put("event", "contact_created")
        .put("id", 8101)
        .put("name", "Tessa Winkler")
        .put("email", "t.winkler@example.org")
        .put("phone_number", "+492214710760")
        .put("account", new JsonObject().put("id", 1).put("name", "Lichthaus"));
    JsonObject typing = new JsonObject()
        .put("event", "conversation_typing_on")
        .put("conversation", new JsonObject().put("id", 4711))
        .put("user", new JsonObject().put("name", "Tessa Winkler"));
    JsonObject nobody = new JsonObject()
        .put("event", "contact_updated")
        .put("name", "Ole Brandt")
        .put("email", "o.brandt@example.org");
    return List.of(tessa, typing, nobody);
  }
}
