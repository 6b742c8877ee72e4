package shopbell.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shopbell.json.Json;
import shopbell.store.training.PgReasonQuality;
import shopbell.training.ReasonQuality;
import shopbell.training.ReasonReport;

/** Measures the predicted reasons of contacts on the shop's own blind contacts; works while the server runs. */
@Command(
    name = "reasons",
    description = "Measure the predicted reasons of contacts on those that hid them from the agent;"
        + " prints one line of JSON.",
    mixinStandardHelpOptions = true)
final class EvaluateReasonsCommand implements Callable<Integer> {
  private static final Duration KEPT = Duration.ofDays(400);

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description =
          "the first day (UTC), such as 2026-01-31; without it all that is kept, 400 days")
  private Optional<String> since = Optional.empty();

  @Option(names = "--queue", paramLabel = "NAME", description = "of this queue alone")
  private Optional<String> queue = Optional.empty();

  @Mixin
  private ConfigOption config;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Instant from = from();
    List<ReasonQuality.BlindContact> contacts = CommandDatabase.with(
        config.database(),
        (vertx, database) -> BlockingWait.on(new PgReasonQuality(database).blind(from, queue)));
    spec.commandLine().getOut().println(Json.write(line(contacts)));
    return 0;
  }

  private static Map<String, Object> line(List<ReasonQuality.BlindContact> contacts) {
    Optional<ReasonQuality.Figures> figures = ReasonReport.figures(contacts);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("contacts", contacts.size());
    line.put("top1", figures.map(f -> f.top1().value()).orElse(null));
    line.put("top3", figures.map(f -> f.top3().value()).orElse(null));
    line.put("brier", figures.map(f -> f.brier().value()).orElse(null));
    line.put("baseBrier", figures.map(ReasonQuality.Figures::baseBrier).orElse(null));
    line.put("ece", figures.map(f -> f.ece().value()).orElse(null));
    line.put("low", figures.map(f -> f.brier().low()).orElse(null));
    line.put("high", figures.map(f -> f.brier().high()).orElse(null));
    return line;
  }

  private Instant from() {
    try {
      return since
          .map(day -> LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC))
          .orElseGet(() -> Instant.now().minus(KEPT));
    } catch (DateTimeException e) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--since is a day such as 2026-01-31.");
    }
  }
}
