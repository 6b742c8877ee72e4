package shopbell.cli;

import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shopbell.config.Settings;
import shopbell.json.Json;
import shopbell.model.Rejected;
import shopbell.prediction.value.ValueTraining;
import shopbell.store.DatabaseSettings;
import shopbell.store.sql.Database;
import shopbell.store.training.PgPredictionModels;
import shopbell.store.training.PgPurchases;
import shopbell.training.CustomerValueTraining;
import shopbell.training.TrainingOutcome;
import shopbell.training.ValueFigures;

/** Trains the models from the shop's own past at once; works while the server runs, which uses the result within a minute. */
@Command(
    name = "train",
    description = "Learn the value of customers from their purchases now, and say how good it is."
        + " The server does the same each night and after an import.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Option(names = "--report", description = "print the report as one line of JSON")
  private boolean report;

  @Option(
      names = "--back",
      description = "train nothing; cards use the version before the present one again")
  private boolean back;

  @Mixin
  private ConfigOption config;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Settings settings = config.read();
    return CommandDatabase.with(DatabaseSettings.of(settings).url(), (vertx, database) -> {
      run(training(vertx, database, settings));
      return 0;
    });
  }

  private static CustomerValueTraining training(Vertx vertx, Database database, Settings settings) {
    return new CustomerValueTraining(
        vertx,
        new PgPurchases(database),
        new PgPredictionModels(database),
        settings.currency(),
        InstantSource.system());
  }

  private void run(CustomerValueTraining training) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (back) {
      if (!BlockingWait.on(training.back("command line"))) {
        throw new Rejected(
            Rejected.Reason.NOT_FOUND, "There is no version before the present one.");
      }
      out.println("The version before is used again; the server takes it within a minute.");
      return;
    }
    TrainingOutcome outcome = BlockingWait.on(training.train());
    if (report) {
      out.println(Json.write(line(outcome)));
    } else {
      print(out, outcome);
    }
  }

  private static Map<String, Object> line(TrainingOutcome outcome) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("kind", outcome.version().kind());
    line.put("state", outcome.figures().candidates().isEmpty() ? "too-few" : "trained");
    line.put("live", outcome.live());
    line.put("customers", outcome.version().customers());
    line.put("from", outcome.version().from());
    line.put("to", outcome.version().to());
    line.put("calibrationEnd", outcome.figures().calibrationEnd());
    line.put("candidates", outcome.figures().candidates());
    line.put("orders", outcome.figures().orders());
    line.put("before", outcome.figures().live());
    return line;
  }

  private static void print(PrintWriter out, TrainingOutcome outcome) {
    ValueFigures figures = outcome.figures();
    if (figures.candidates().isEmpty()) {
      out.println("too few        " + figures.customers() + " customers; at least "
          + ValueTraining.FEWEST_CUSTOMERS + " are needed, and " + ValueTraining.FEWEST_RETURNING
          + " of them with a second order. Cards show sums of the past only.");
      return;
    }
    out.println("data           " + outcome.version().from().orElseThrow() + " to "
        + outcome.version().to() + ", " + outcome.version().customers() + " customers");
    out.println("judged on      " + figures.orders() + " orders after "
        + figures.calibrationEnd().orElseThrow() + ", which no model has seen");
    figures.candidates().forEach(one -> print(out, "model          ", one));
    figures.live().ifPresent(one -> print(out, "live before    ", one));
    out.println(
        outcome.live()
            ? "result         the best model is live; train --back takes the one before"
            : "result         the live model is better on these orders and stays");
  }

  private static void print(PrintWriter out, String label, ValueFigures.JudgedModel model) {
    out.println(label
        + String.format(
            Locale.ROOT,
            "%s, expected %.0f orders, wrong by %.3f orders per customer",
            model.model(),
            model.expectedOrders(),
            model.meanError()));
  }
}
