package shopbell.model.card;

import java.util.List;
import java.util.Optional;
import shopbell.model.Sentence;

/**
 * A suggested next step; {@code veto} is the reason against it, when it must not be done now; {@code said} is the step,
 * then its veto or else its reason, without a language.
 */
public record SuggestedAction(
    String kind, String text, String because, Optional<String> veto, List<Sentence> said) {
  public SuggestedAction {
    said = said == null ? List.of() : List.copyOf(said);
  }
}
