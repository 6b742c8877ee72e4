package shopbell.model.decision;

import java.time.Instant;
import java.util.UUID;

/**
 * One answer to one shown action; a later answer to the same decision and action replaces it.
 *
 * @param word what the agent adds, mostly to {@code wrong}; may be empty
 */
public record ActionResponse(
    UUID decision, String action, ResponseKind kind, String word, Instant at) {
  private static final int LONGEST = 500;

  public ActionResponse {
    if (word.length() > LONGEST) {
      throw new IllegalArgumentException("word is longer than " + LONGEST + " characters");
    }
  }
}
