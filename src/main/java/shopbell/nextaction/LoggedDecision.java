package shopbell.nextaction;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.decision.ModelFeature;
import shopbell.model.ContractWord;
import shopbell.model.decision.Decision;
import shopbell.model.decision.HoldOutAssignment;

/**
 * A decision as it is stored.
 *
 * @param interaction empty for a question of another program
 * @param assignments those that it used, to be stored unless the record has one already
 */
public record LoggedDecision(
    Decision decision,
    UUID customer,
    Optional<UUID> interaction,
    List<Exposure> exposures,
    List<HoldOutAssignment> assignments) {
  public LoggedDecision {
    exposures = List.copyOf(exposures);
    assignments = List.copyOf(assignments);
  }

  /** Why each action was shown or not, as plain values for JSON. */
  public Map<String, Object> explanation() {
    return DecisionExplanation.of(decision);
  }

  /**
   * An action that a person saw, or would have seen.
   *
   * @param place from 0
   * @param veto the name of the veto; empty unless it was vetoed
   * @param benefit the expected one; 0 for a mandatory action
   * @param success the kind that is waited for; empty for an action that is judged by its answers
   * @param until the end of the time in which a success counts
   */
  public record Exposure(
      String action,
      int version,
      int place,
      ExposureState state,
      Optional<String> veto,
      double benefit,
      Set<ModelFeature> features,
      Optional<String> success,
      Instant until,
      Optional<Integer> leastScore) {
    public Exposure {
      features = Set.copyOf(features);
    }
  }

  /** How a person met an action. */
  public enum ExposureState implements ContractWord {
    SHOWN("shown"),
    HELD_OUT("held-out"),
    VETOED("vetoed");

    private final String word;

    ExposureState(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
