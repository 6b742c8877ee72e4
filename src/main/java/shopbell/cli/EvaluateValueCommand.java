package shopbell.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shopbell.imports.CsvTable;
import shopbell.imports.PurchaseColumns;
import shopbell.json.Json;
import shopbell.model.Rejected;
import shopbell.prediction.value.GammaGammaFit;
import shopbell.prediction.value.ObservedCustomer;
import shopbell.prediction.value.PeriodUnit;
import shopbell.prediction.value.PurchaseLog;
import shopbell.prediction.value.ValueEvaluation;
import shopbell.prediction.value.ValueTraining;

/** Fits the models of customer value to the first part of a file of purchases and measures them on the rest. */
@Command(
    name = "value",
    description =
        "Measure the models of customer value on purchases: CSV with the columns customer,"
            + " date and amount; prints one line of JSON.",
    mixinStandardHelpOptions = true)
final class EvaluateValueCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "plain or gzip; amount may be missing")
  private Path file;

  @Option(
      names = "--calibration-end",
      paramLabel = "DATE",
      required = true,
      description = "the last day to learn from, such as 1997-09-30")
  private String calibrationEnd;

  @Option(
      names = "--unit",
      paramLabel = "week|day",
      description = "of the parameters; default: ${DEFAULT-VALUE}")
  private String unit = "week";

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PeriodUnit period = period();
    LocalDate end = end();
    CsvTable table = EvaluatedFile.read(file, spec);
    PurchaseLog log = new PurchaseLog(PurchaseColumns.read(table));
    if (!end.isBefore(log.last())) {
      throw senseless("There is no purchase after " + end
          + ": nothing is left to measure with. The last one is of " + log.last() + ".");
    }
    enough(log.at(end, period));
    ValueEvaluation evaluation = ValueEvaluation.of(log, end, period);
    spec.commandLine().getOut().println(Json.write(printed(evaluation)));
    return 0;
  }

  private static Map<String, Object> printed(ValueEvaluation evaluation) {
    ValueEvaluation.Candidate chosen = evaluation.chosen();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("customers", evaluation.customers());
    line.put("model", chosen.model().name());
    line.put("parameters", chosen.model().parameters());
    line.put("logLikelihood", chosen.logLikelihood());
    line.put(
        "candidates",
        evaluation.candidates().stream().map(EvaluateValueCommand::printed).toList());
    line.put("holdoutMae", chosen.holdoutMae());
    line.put("holdoutActual", evaluation.holdoutActual());
    line.put("holdoutExpected", chosen.holdoutExpected());
    line.put("spend", evaluation.spend().map(EvaluateValueCommand::printed).orElse(null));
    return line;
  }

  private static Map<String, Object> printed(ValueEvaluation.Candidate candidate) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("model", candidate.model().name());
    line.put("parameters", candidate.model().parameters());
    line.put("logLikelihood", candidate.logLikelihood());
    line.put("holdoutMae", candidate.holdoutMae());
    line.put("holdoutExpected", candidate.holdoutExpected());
    return line;
  }

  private static Map<String, Double> printed(GammaGammaFit.Fit fit) {
    Map<String, Double> line = new LinkedHashMap<>();
    line.put("p", fit.model().p());
    line.put("q", fit.model().q());
    line.put("gamma", fit.model().gamma());
    line.put("logLikelihood", fit.logLikelihood());
    return line;
  }

  private static void enough(List<ObservedCustomer> customers) {
    long returning = customers.stream().filter(c -> c.history().repeats() > 0).count();
    if (customers.size() < ValueTraining.FEWEST_CUSTOMERS
        || returning < ValueTraining.FEWEST_RETURNING) {
      throw senseless("Until the end of the calibration there are " + customers.size()
          + " customers, " + returning + " of them with a repeat; at least "
          + ValueTraining.FEWEST_CUSTOMERS + " and " + ValueTraining.FEWEST_RETURNING
          + " are needed.");
    }
  }

  private PeriodUnit period() {
    return Arrays.stream(PeriodUnit.values())
        .filter(one -> one.toString().equals(unit.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> wrong("--unit is week or day."));
  }

  private LocalDate end() {
    try {
      return LocalDate.parse(calibrationEnd);
    } catch (DateTimeException e) {
      throw wrong("--calibration-end is a day such as 1997-09-30.");
    }
  }

  private CommandLine.ParameterException wrong(String text) {
    return new CommandLine.ParameterException(spec.commandLine(), text);
  }

  private static Rejected senseless(String text) {
    return new Rejected(Rejected.Reason.SENSELESS, text);
  }
}
