package shopbell.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shopbell.imports.CsvTable;
import shopbell.imports.LabelledColumns;
import shopbell.json.Json;
import shopbell.model.Rejected;
import shopbell.prediction.table.LabelledRows;
import shopbell.prediction.table.TableEvaluation;
import shopbell.prediction.table.TableLearner;

/** Learns to predict one column of a file from the others, and measures it on rows that were kept back. */
@Command(
    name = "table",
    description = "Measure the learner of tables on CSV with a header; prints one line of JSON.",
    mixinStandardHelpOptions = true)
final class EvaluateTableCommand implements Callable<Integer> {
  private static final int MOST_FOLDS = 20;

  @Parameters(paramLabel = "FILE", description = "plain or gzip")
  private Path file;

  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      required = true,
      description = "the column to predict")
  private String target;

  @Option(
      names = "--positive",
      paramLabel = "VALUE",
      required = true,
      description = "the cell of the target that means yes; all others mean no")
  private String positive;

  @Option(
      names = "--time",
      paramLabel = "COLUMN",
      description = "numbers, days or instants to order the rows by: the last fifth is the test;"
          + " default: out of fold")
  private String time;

  @Option(
      names = "--exclude",
      paramLabel = "A,B",
      split = ",",
      description = "columns that are not known when a prediction is made")
  private List<String> excluded = List.of();

  @Option(
      names = "--folds",
      defaultValue = "5",
      description = "without --time; default: ${DEFAULT-VALUE}")
  private int folds;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (folds < 2 || folds > MOST_FOLDS) {
      throw wrong("--folds is a number from 2 to " + MOST_FOLDS + ".");
    }
    CsvTable table = EvaluatedFile.read(file, spec);
    known(table, "--target", target);
    excluded.forEach(column -> known(table, "--exclude", column));
    if (time != null) {
      known(table, "--time", time);
    }
    LabelledRows rows = rows(new LabelledColumns(table, target, positive, excluded));
    TableEvaluation evaluation =
        time == null ? TableEvaluation.outOfFold(rows, folds) : TableEvaluation.byTime(rows);
    spec.commandLine().getOut().println(Json.write(printed(rows, evaluation)));
    return 0;
  }

  private LabelledRows rows(LabelledColumns columns) {
    LabelledRows rows = time == null ? columns.rows() : columns.rowsByTime(time);
    boolean enough =
        time == null ? TableEvaluation.enough(rows, folds) : TableEvaluation.enoughByTime(rows);
    if (!enough) {
      throw new Rejected(
          Rejected.Reason.SENSELESS,
          "Of " + rows.rows().size() + " rows " + rows.positives()
              + " have the value of --positive; the part to learn from and the part to judge need"
              + " rows with and without it, at least " + TableLearner.FEWEST
              + " each to learn from.");
    }
    return rows;
  }

  private Map<String, Object> printed(LabelledRows rows, TableEvaluation evaluation) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("rows", rows.rows().size());
    line.put("positives", rows.positives());
    line.put("model", evaluation.model());
    line.put("auc", evaluation.metrics().auc());
    line.put("brier", evaluation.metrics().brier());
    line.put("baseBrier", evaluation.metrics().baseBrier());
    line.put("ece", evaluation.metrics().ece());
    line.put("split", time == null ? folds + " folds, out of fold" : "last fifth by " + time);
    line.put("judged", evaluation.judged());
    line.put("topHalf", evaluation.metrics().topHalf());
    return line;
  }

  private void known(CsvTable table, String option, String column) {
    if (table.column(column) < 0) {
      throw wrong(option + " names a column that the file does not have; it has "
          + String.join(", ", table.columns()) + ".");
    }
  }

  private CommandLine.ParameterException wrong(String text) {
    return new CommandLine.ParameterException(spec.commandLine(), text);
  }
}
