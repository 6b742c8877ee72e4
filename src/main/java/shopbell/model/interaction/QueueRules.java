package shopbell.model.interaction;

import java.util.List;
import java.util.Optional;
import shopbell.model.Rejected;

/**
 * How contacts of one queue are wrapped up.
 *
 * @param closed whether only the dispositions of the list will do; else they are suggestions
 * @param reasons what a contact can be about; always suggestions
 */
public record QueueRules(
    String name,
    List<Choice> dispositions,
    boolean closed,
    boolean dispositionRequired,
    List<Choice> reasons) {
  /** The word that is sent, and what the button says. */
  public record Choice(String value, String text) {}

  public QueueRules {
    dispositions = List.copyOf(dispositions);
    reasons = List.copyOf(reasons);
  }

  /** Throws SENSELESS with the allowed words unless {@code disposition} will do here. */
  public void check(Optional<String> disposition) {
    boolean known = disposition
        .map(word -> !closed || dispositions.stream().anyMatch(c -> c.value().equals(word)))
        .orElse(!dispositionRequired);
    if (!known) {
      throw Rejected.field(
          "/disposition",
          "is required: one of " + dispositions.stream().map(Choice::value).toList());
    }
  }
}
