package shopbell.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import shopbell.events.Topic;
import shopbell.json.Json;
import shopbell.model.Agent;
import shopbell.model.Rejected;
import shopbell.model.card.Card;
import shopbell.model.card.RemovalReason;
import shopbell.model.interaction.Interaction;

/** The server's messages on the socket, as JSON; the words are the public contract's, protocol 1. */
final class DeskMessages {
  static final int PROTOCOL = 1;
  static final String PING = "{\"type\":\"ping\"}";

  private DeskMessages() {}

  /** {@code {"type":"card", …}} and all the card's fields. */
  static String card(Card card) {
    return "{\"type\":\"card\"," + Json.write(card).substring(1);
  }

  /** The new messages of a chat whose card is otherwise unchanged: {@code changed} has all of them, shortened. */
  static String messages(Card card, List<Interaction.Message> changed) {
    Interaction interaction = card.interaction().orElseThrow();
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("type", "messages");
    frame.put("version", card.version());
    frame.put("interaction", interaction.id());
    frame.put("messages", changed);
    frame.put("count", interaction.messagesBefore() + interaction.messages().size());
    return Json.write(frame);
  }

  static String gone(UUID interaction, RemovalReason reason) {
    return "{\"type\":\"gone\",\"interaction\":\"" + interaction + "\",\"reason\":\"" + reason
        + "\"}";
  }

  /** {@code cards} are frames already. */
  static String welcome(Agent agent, Instant now, List<String> cards) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("type", "welcome");
    head.put("protocol", PROTOCOL);
    head.put("agent", agent);
    head.put("serverTime", now);
    String json = Json.write(head);
    return json.substring(0, json.length() - 1) + ",\"desk\":[" + String.join(",", cards) + "]}";
  }

  static String changed(Topic topic) {
    return "{\"type\":\"changed\",\"topic\":\"" + topic + "\"}";
  }

  /** {@code errors} as in a problem document; {@code reason} in place of its status. */
  static String error(Rejected rejected) {
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("type", "error");
    frame.put("reason", rejected.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    frame.put("detail", rejected.getMessage());
    frame.put("errors", rejected.errors());
    return Json.write(frame);
  }

  static String missed(List<MissedInteractions.Missed> missed) {
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("type", "missed-while-away");
    frame.put("interactions", missed);
    return Json.write(frame);
  }
}
