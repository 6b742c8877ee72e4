package shopbell.model.card;

import java.util.List;
import java.util.Optional;
import shopbell.model.Sentence;

/** What to do next; {@code veto} says why not, when it must not be done now; {@code said} is
 * the step, then its veto or else its because, without a language. */
public record SuggestedAction(
    String kind, String text, String because, Optional<String> veto, List<Sentence> said) {
  public SuggestedAction {
    said = said == null ? List.of() : List.copyOf(said);
  }
}
