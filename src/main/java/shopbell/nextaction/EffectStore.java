package shopbell.nextaction;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.decision.SuccessModel;
import shopbell.decision.effect.OutcomeSums;
import shopbell.model.decision.ActionEffect;

/** Finds from stored facts what came of actions, and stores what was learned of it. */
public interface EffectStore {
  /** How often an action was shown, and what was answered and happened. */
  record ActionCounts(
      String action,
      long shown,
      Map<String, Long> responses,
      long succeeded,
      OutcomeSums with,
      OutcomeSums without) {
    public ActionCounts {
      responses = Map.copyOf(responses);
    }
  }

  /** What a veto kept from the cards; {@code benefit} is the expected one, without those below zero. */
  record VetoCounts(String veto, long notShown, long persons, double benefit) {}

  /** One shown action of which the end is known. */
  record SettledExposure(UUID decision, String action, SuccessModel.Observation observation) {}

  /**
   * Looks for the successes of exposures whose time is over at {@code now}, some thousands at a time; true when there is
   * more.
   */
  Future<Boolean> settle(Instant now);

  /** Shown actions that no model has learned from. */
  Future<List<SettledExposure>> unlearned(int most);

  /** The newest model of each action. */
  Future<Map<String, SuccessModel>> models();

  /** Stores new versions, and marks what they were learned {@code from}. */
  Future<Void> learned(Map<String, SuccessModel> newer, List<SettledExposure> from, Instant now);

  /** Of the time since {@code since}, by action. */
  Future<List<ActionCounts>> counts(Instant since);

  /** Of the time since {@code since}, by veto. */
  Future<List<VetoCounts>> vetoes(Instant since);

  /** The effects as last measured. */
  Future<Map<String, ActionEffect>> effects();

  /** Replaces the measured effects. */
  Future<Void> measured(List<ActionEffect> effects, Instant now);

  /** When anything was last settled. */
  Future<Optional<Instant>> lastSettled();
}
