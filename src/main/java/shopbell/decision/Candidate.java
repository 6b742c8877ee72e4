package shopbell.decision;

import java.util.Optional;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionTexts;
import shopbell.model.decision.ActionVersion;
import shopbell.model.decision.DecidedAction;
import shopbell.model.decision.Estimate;
import shopbell.model.decision.Exclusion;
import shopbell.model.decision.ExclusionReason;
import shopbell.model.decision.LocalText;

/** An action on its way through a decision. */
record Candidate(
    ActionVersion version,
    Optional<Estimate> estimate,
    Optional<Exclusion> exclusion,
    LocalText veto,
    boolean heldOut,
    boolean explored) {
  static Candidate of(ActionVersion version) {
    return new Candidate(version, Optional.empty(), Optional.empty(), LocalText.NONE, false, false);
  }

  Candidate excluded(ExclusionReason reason, String detail) {
    return excluded(new Exclusion(reason, detail));
  }

  Candidate excluded(Exclusion why) {
    return new Candidate(version, estimate, Optional.of(why), veto, heldOut, explored);
  }

  Candidate vetoed(String name, LocalText sentence) {
    Exclusion why = new Exclusion(ExclusionReason.VETO, name);
    return new Candidate(version, estimate, Optional.of(why), sentence, heldOut, explored);
  }

  Candidate estimated(Estimate found, boolean heldOut) {
    return new Candidate(version, Optional.of(found), exclusion, veto, heldOut, explored);
  }

  Candidate exploredFirst() {
    return new Candidate(version, estimate, exclusion, veto, heldOut, true);
  }

  Action action() {
    return version.action();
  }

  boolean mandatory() {
    return action().limits().mandatory();
  }

  boolean open() {
    return exclusion.isEmpty();
  }

  boolean vetoed() {
    return !veto.isEmpty();
  }

  /** Zero for a mandatory one, which has no estimate. */
  double drawn() {
    return estimate.map(Estimate::drawn).orElse(0.0);
  }

  /** Texts are filled only for the card; {@code rules} fills them. */
  DecidedAction decided(RuleEvaluation rules) {
    boolean onCard = open() || vetoed();
    ActionTexts texts = onCard ? rules.filled(action()) : action().texts();
    LocalText because = vetoed() ? veto : open() ? texts.because() : LocalText.NONE;
    return new DecidedAction(version, texts, because, estimate, exclusion, explored);
  }
}
