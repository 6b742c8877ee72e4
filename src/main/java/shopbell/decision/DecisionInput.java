package shopbell.decision;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionCatalogue;
import shopbell.model.decision.DecisionFacts;
import shopbell.model.decision.DecisionRequest;
import shopbell.model.decision.HoldOutAssignment;
import shopbell.model.decision.PersonHistory;

/**
 * Everything that a decision depends on.
 *
 * @param holdOuts of all records of the person
 * @param models by the name of the action; an action without one begins with its stated evidence
 * @param zone the company's, for first and last days
 */
public record DecisionInput(
    DecisionRequest request,
    DecisionFacts facts,
    ActionCatalogue catalogue,
    PersonHistory history,
    List<HoldOutAssignment> holdOuts,
    Map<String, SuccessModel> models,
    ZoneId zone) {
  public DecisionInput {
    holdOuts = List.copyOf(holdOuts);
    models = Map.copyOf(models);
  }

  SuccessModel model(Action action) {
    SuccessModel learned = models.get(action.name());
    return learned == null ? SuccessModel.of(action.goal().evidence()) : learned;
  }
}
