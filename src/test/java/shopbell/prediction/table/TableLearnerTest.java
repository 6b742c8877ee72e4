package shopbell.prediction.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import shopbell.json.Json;

class TableLearnerTest {
  private static final List<String> COLUMNS = List.of("parcels late", "tariff", "noise");

  /** Late parcels and the tariff decide, by known log-odds; the rest is chance. */
  private static LabelledRows customers(int count, long seed, boolean inTimeOrder) {
    Random random = new Random(seed);
    List<List<String>> rows = new ArrayList<>();
    List<Boolean> outcomes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int late = random.nextInt(4);
      String tariff = List.of("basic", "plus", "gold").get(random.nextInt(3));
      double odds = -2 + 0.9 * late + (tariff.equals("gold") ? -1 : 0.3);
      rows.add(List.of(
          random.nextInt(20) == 0 ? "" : String.valueOf(late),
          tariff,
          String.valueOf(random.nextGaussian())));
      outcomes.add(random.nextDouble() < 1 / (1 + Math.exp(-odds)));
    }
    return new LabelledRows(COLUMNS, rows, outcomes, inTimeOrder);
  }

  @Test
  void whatDecidesIsLearnedAndProbabilitiesComeTrue() {
    TableEvaluation evaluation = TableEvaluation.outOfFold(customers(3000, 1, false), 5);
    assertTrue(evaluation.metrics().auc() > 0.74, evaluation::toString);
    assertTrue(evaluation.metrics().brier() < 0.9 * evaluation.metrics().baseBrier());
    assertTrue(evaluation.metrics().ece() < 0.04, evaluation::toString);
    assertEquals(3000, evaluation.judged());
  }

  @Test
  void outcomesOfChanceAreNotPredicted() {
    LabelledRows rows = customers(2000, 2, false);
    Random random = new Random(3);
    List<Boolean> chance =
        rows.outcomes().stream().map(outcome -> random.nextInt(4) == 0).toList();
    TableEvaluation evaluation =
        TableEvaluation.outOfFold(new LabelledRows(COLUMNS, rows.rows(), chance, false), 4);
    assertEquals(0.5, evaluation.metrics().auc(), 0.06);
    assertTrue(evaluation.metrics().brier() < 1.03 * evaluation.metrics().baseBrier());
  }

  @Test
  void rowsInTimeOrderAreJudgedOnTheNewestFifth() {
    TableEvaluation evaluation = TableEvaluation.byTime(customers(3000, 4, true));
    assertEquals(600, evaluation.judged());
    assertTrue(evaluation.metrics().auc() > 0.7, evaluation::toString);
    assertTrue(evaluation.metrics().ece() < 0.08, evaluation::toString);
  }

  @Test
  void theStrongestColumnOfARowIsNamedFirstAndIrrelevantOnesAreWeak() {
    TableModel model = TableLearner.learn(customers(3000, 5, false));
    List<TableModel.Contribution> why = model.contributions(List.of("3", "plus", "0.1"));
    assertEquals("parcels late", why.get(0).column());
    assertEquals("3", why.get(0).cell());
    assertTrue(why.get(0).logOdds() > 0.8, why::toString);
    assertTrue(
        why.stream()
            .filter(c -> c.column().equals("noise"))
            .allMatch(c -> Math.abs(c.logOdds()) < 0.4),
        why::toString);
  }

  @Test
  void unseenWordsMissingValuesAndNumbersFarAwayArePredictedToo() {
    TableModel model = TableLearner.learn(customers(3000, 6, false));
    for (List<String> row : List.of(
        List.of("", "platinum", ""), List.of("1e9", "gold", "-1e9"), List.of("two", "", "x"))) {
      double probability = model.probability(row);
      assertTrue(probability > 0 && probability < 1, () -> row + " " + probability);
    }
  }

  @Test
  void theSameRowsGiveTheSameModelAndJsonKeepsIt() throws IOException {
    TableModel model = TableLearner.learn(customers(800, 7, false));
    assertEquals(model, TableLearner.learn(customers(800, 7, false)));
    TableModel again = Json.MAPPER.readValue(Json.write(model), TableModel.class);
    List<String> row = List.of("2", "gold", "0.5");
    assertEquals(model.probability(row), again.probability(row), 1e-12);
  }

  @Test
  void tooFewRowsOfOneOutcomeAreRefused() {
    LabelledRows rows = customers(60, 8, false);
    assertThrows(IllegalArgumentException.class, () -> TableLearner.learn(rows));
  }
}
