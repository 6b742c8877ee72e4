package shopbell.prediction.table;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.imports.CsvTable;

/** The learner of tables on public data: {@code mvn -Pbench test -Dbench=predict -Ddata=FOLDER}. */
@Tag("predict")
class TableBench {
  private static final PrintStream OUT = System.out;

  private static LabelledRows read(
      String name, String target, String positive, Set<String> excluded, boolean inTimeOrder)
      throws IOException {
    CsvTable table = CsvTable.read(Path.of(System.getProperty("data"), name));
    int[] kept = IntStream.range(0, table.columns().size())
        .filter(i -> !table.columns().get(i).equals(target))
        .filter(i -> !excluded.contains(table.columns().get(i)))
        .toArray();
    int outcome = table.column(target);
    return new LabelledRows(
        IntStream.of(kept).mapToObj(table.columns()::get).toList(),
        table.rows().stream()
            .map(row -> IntStream.of(kept).mapToObj(row::get).toList())
            .toList(),
        table.rows().stream().map(row -> row.get(outcome).equals(positive)).toList(),
        inTimeOrder);
  }

  private static void print(String title, long start, TableEvaluation evaluation) {
    BinaryMetrics metrics = evaluation.metrics();
    OUT.printf(
        "%n%s: %d rows judged, %d yes, by %s in %.1f s%n",
        title,
        evaluation.judged(),
        evaluation.positives(),
        evaluation.model(),
        (System.nanoTime() - start) / 1e9);
    OUT.printf(
        "  AUC %.4f  Brier %.4f (base %.4f)  ECE %.4f  better half %.1f %%%n",
        metrics.auc(),
        metrics.brier(),
        metrics.baseBrier(),
        metrics.ece(),
        100 * metrics.topHalf());
  }

  @Test
  void customersThatLeave() throws IOException {
    LabelledRows rows =
        read("telco_churn/Telco-Customer-Churn.csv", "Churn", "Yes", Set.of("customerID"), false);
    long start = System.nanoTime();
    TableEvaluation evaluation = TableEvaluation.outOfFold(rows, 5);
    print("Telco churn, 5 folds", start, evaluation);
    assertTrue(evaluation.metrics().brier() < evaluation.metrics().baseBrier());
  }

  @Test
  void customersThatBuyOnTheTelephone() throws IOException {
    LabelledRows rows =
        read("bank_marketing/bank-additional-full.csv.gz", "y", "yes", Set.of("duration"), true);
    long start = System.nanoTime();
    print("Bank marketing, last fifth by date", start, TableEvaluation.byTime(rows));
  }
}
