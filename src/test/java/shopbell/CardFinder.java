package shopbell;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds parts of a card that need more than a path. */
public final class CardFinder {
  private CardFinder() {}

  /** What it says of {@code name}; fails when it says nothing. */
  public static JsonNode source(JsonNode card, String name) {
    for (JsonNode source : card.path("sources")) {
      if (source.path("name").asText().equals(name)) {
        return source;
      }
    }
    throw new AssertionError("no source " + name + " in " + card.path("sources"));
  }
}
