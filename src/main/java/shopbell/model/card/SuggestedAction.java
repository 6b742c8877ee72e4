package shopbell.model.card;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Sentence;
import shopbell.model.decision.ActionStart;
import shopbell.model.decision.LocalText;

/**
 * A suggested next step.
 *
 * @param kind the name of the action
 * @param text what to do, in the language of the installation
 * @param veto the reason against it, when it must not be done now
 * @param said the step, then its veto or else its reason, without a language; empty for an action of the shop's own
 * @param decision the decision to answer to; empty outside a contact
 * @param effect empty until it is measured
 * @param steps how to do it, one step in a line; may be empty
 * @param words the same as {@code text}, and as {@code veto} or else {@code because}, in both languages
 */
public record SuggestedAction(
    String kind,
    String text,
    String because,
    Optional<String> veto,
    List<Sentence> said,
    Optional<UUID> decision,
    Optional<MeasuredEffect> effect,
    LocalText steps,
    Optional<ActionStart> start,
    ActionWords words) {
  /** What to do and why, or why not, in both languages. */
  public record ActionWords(LocalText text, LocalText because) {}

  /** Shares of persons with a success: with the action and without it, and the ends of the difference (95 %). */
  public record MeasuredEffect(double with, double without, double low, double high) {}

  public SuggestedAction {
    said = List.copyOf(said);
  }
}
