package shopbell.model.decision;

import java.util.Optional;

/**
 * One candidate of a decision, shown or not.
 *
 * @param texts filled for this customer; those of the author when it is not for the card
 * @param because why it is shown, or the sentence of its veto; empty for every other candidate
 * @param estimate empty for a mandatory action, and for a candidate that was left out before it
 * @param exclusion empty when it is shown
 * @param explored placed first by chance, so that every action is tried from time to time
 */
public record DecidedAction(
    ActionVersion version,
    ActionTexts texts,
    LocalText because,
    Optional<Estimate> estimate,
    Optional<Exclusion> exclusion,
    boolean explored) {
  /** The name of the action. */
  public String name() {
    return version.action().name();
  }

  /** Whether it is for the card as something to do. */
  public boolean isShown() {
    return exclusion.isEmpty();
  }

  /** Whether it is for the card as something not to do now. */
  public boolean isVetoed() {
    return exclusion.filter(why -> why.reason() == ExclusionReason.VETO).isPresent();
  }
}
