package shopbell.ingress.asterisk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** One leg as ARI shows it (rest-api/api-docs/channels.json). */
record AriChannel(
    String id, String name, String state, String caller, String callerName, String exten) {
  private static final int LONGEST_EXTENSION = 6;

  static AriChannel of(JsonNode tree) {
    return new AriChannel(
        tree.path("id").asText(""),
        tree.path("name").asText(""),
        tree.path("state").asText(""),
        tree.at("/caller/number").asText("").strip(),
        tree.at("/caller/name").asText("").strip(),
        tree.at("/dialplan/exten").asText("").strip());
  }

  /** {@code PJSIP/1000-0000001} is 1000, {@code Local/1000@queue-0000001;1} is 1000. */
  String endpoint() {
    return name.replaceFirst("^[^/]*/", "")
        .replaceFirst("-[0-9a-f]{8}(;[12])?$", "")
        .replaceFirst("@.*$", "");
  }

  /** The possible spellings of the agent: the endpoint, bare and with its technology. */
  List<String> agents() {
    String technology = name.contains("/") ? name.substring(0, name.indexOf('/') + 1) : "";
    return endpoint().isBlank() ? List.of() : List.of(endpoint(), technology + endpoint());
  }

  /** Whether it is an internal phone: it calls by its own number. */
  boolean inside() {
    return endpoint().equals(caller);
  }

  /** Whether {@code number} is not internal; internal ones have at most six digits. */
  static boolean isOutside(String number) {
    return number.matches("\\+?\\d{" + (LONGEST_EXTENSION + 1) + ",}");
  }

  /** Whether it calls another internal phone. */
  boolean callsInside() {
    return inside() && exten.matches("\\d{1," + LONGEST_EXTENSION + "}");
  }

  /**
   * Whether a phone here was picked up on it, or a call was received on it; a leg that is dialled is Down or Ringing.
   */
  boolean calls() {
    return state.equals("Ring") && !id.isBlank();
  }

  /** The two ends of a local channel have one name except for its end. */
  Optional<String> pair() {
    return name.matches(".*;[12]")
        ? Optional.of(name.substring(0, name.length() - 2))
        : Optional.empty();
  }
}
