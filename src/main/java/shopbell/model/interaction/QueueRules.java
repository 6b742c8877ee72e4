package shopbell.model.interaction;

import java.util.List;
import java.util.Optional;
import shopbell.model.Rejected;

/**
 * The rules for wrapping up interactions of one queue.
 *
 * @param closed whether only the listed dispositions are allowed; else they are suggestions
 * @param reasons the contact reasons to choose from; always suggestions
 */
public record QueueRules(
    String name,
    List<WrapUpChoice> dispositions,
    boolean closed,
    boolean dispositionRequired,
    List<WrapUpChoice> reasons) {
  /** The value that is sent, and the text of the button. */
  public record WrapUpChoice(String value, String text) {}

  public QueueRules {
    dispositions = List.copyOf(dispositions);
    reasons = List.copyOf(reasons);
  }

  /** Throws SENSELESS with the allowed words unless {@code disposition} is allowed here. */
  public void check(Optional<String> disposition) {
    boolean known = disposition
        .map(word -> !closed || dispositions.stream().anyMatch(c -> c.value().equals(word)))
        .orElse(!dispositionRequired);
    if (!known) {
      throw Rejected.field(
          "/disposition",
          "is required: one of "
              + dispositions.stream().map(WrapUpChoice::value).toList());
    }
  }
}
