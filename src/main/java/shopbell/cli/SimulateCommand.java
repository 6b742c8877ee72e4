package shopbell.cli;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import shopbell.demo.Demo;
import shopbell.simulate.LoadProfile;
import shopbell.simulate.Simulation;
import shopbell.simulate.SimulationResult;

/** Load test: measures whether every arrival reaches its agent exactly once, and how fast. */
@Command(
    name = "simulate",
    description =
        "Simulate agents and calls for them at a constant rate; exit 1 when a call is lost or doubled.",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  @Option(names = "--url", required = true, description = "such as http://127.0.0.1:8080")
  private URI url;

  @Option(names = "--agents", required = true, description = "number of agents: sim-0001 and on")
  private int agents;

  @Option(names = "--rate", required = true, description = "arrivals a second")
  private double rate;

  @Option(names = "--seconds", required = true, description = "duration after the warm-up")
  private int seconds;

  @Option(names = "--key", required = true, description = "a key of scope admin")
  private String key;

  @Option(
      names = "--door",
      defaultValue = "events",
      description = "of kind cloudevents; default: ${DEFAULT-VALUE}")
  private String door;

  @Option(
      names = "--warm-up",
      defaultValue = "5",
      description = "seconds of warm-up; default: ${DEFAULT-VALUE}")
  private int warmUp;

  @Option(
      names = "--numbers",
      paramLabel = "FILE",
      description = "file of callers' numbers, one a line; default: the demo's customers")
  private Path numbers;

  @Option(names = "--out", paramLabel = "FILE", description = "write the result there, as JSON")
  private Path out;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    LoadProfile loadProfile = load();
    PrintWriter words = spec.commandLine().getErr();
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    try {
      Simulation simulation = new Simulation(vertx, loadProfile, words::println);
      SimulationResult simulationResult = BlockingWait.on(simulation.run());
      spec.commandLine().getOut().println(simulationResult.json());
      if (out != null) {
        Files.writeString(out, simulationResult.json() + "\n");
      }
      return simulationResult.faultless() ? 0 : 1;
    } finally {
      BlockingWait.on(vertx.close());
    }
  }

  private LoadProfile load() throws IOException {
    List<String> callers = numbers == null
        ? Demo.numbers()
        : Files.readAllLines(numbers).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    try {
      return new LoadProfile(
          url,
          agents,
          rate,
          Duration.ofSeconds(seconds),
          Duration.ofSeconds(warmUp),
          key,
          door,
          callers);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
