package shopbell.cli;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import shopbell.Application;
import shopbell.config.SettingsReader;
import shopbell.demo.Demo;
import shopbell.security.ApiKeyScope;
import shopbell.security.ApiKeys;
import shopbell.security.Tokens;
import shopbell.simulate.LoadProfile;
import shopbell.simulate.Simulation;
import shopbell.simulate.SimulationResult;
import shopbell.store.security.PgApiKeys;

/**
 * Runs a server under load with temporary data, so that the JVM can record a profile for faster starts (JEP 483, 514
 * and 515).
 */
@Command(
    name = "rehearse",
    description =
        "Serve simulated calls from a temporary database; java -XX:AOTCacheOutput=FILE records a profile.",
    mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
  private static final int AGENTS = 20;
  private static final double RATE = 25;
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  /** The number of demo customers; besides, every tenth caller is unknown. */
  private static final int CALLERS = 600;

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description = "duration; default: ${DEFAULT-VALUE}")
  private int seconds;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("shopbell-rehearsal");
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    try {
      // even where the load was too much for the machine there was something to record
      spec.commandLine().getOut().println(served(vertx, folder).json());
      return 0;
    } finally {
      BlockingWait.on(vertx.fileSystem().deleteRecursive(folder.toString()));
      BlockingWait.on(vertx.close());
    }
  }

  private SimulationResult served(Vertx vertx, Path folder) throws Exception {
    Application application = new Application(
        SettingsReader.read(Optional.empty(), Map.of(), settings(folder)), InstantSource.system());
    BlockingWait.on(application.start());
    try {
      LoadProfile loadProfile = load(application.url(), settled(application));
      return BlockingWait.on(new Simulation(vertx, loadProfile, told -> {}).run());
    } finally {
      BlockingWait.on(application.stop());
    }
  }

  private static Map<String, String> settings(Path folder) {
    Map<String, String> settings = new HashMap<>(Demo.settings());
    settings.put("database.url", "embedded:" + folder);
    settings.put("http.port", "0");
    settings.put("management.port", "0");
    return settings;
  }

  /** The key that creates agents and authenticates calls. */
  private static String settled(Application application) throws Exception {
    BlockingWait.on(new Demo(
            application.vertx(),
            application.database(),
            InstantSource.system(),
            DemoCommand.witness(application))
        .settle());
    String secret = Tokens.fresh();
    ApiKeys.ApiKey key = new ApiKeys.ApiKey("rehearsal", ApiKeyScope.ADMIN, Instant.now());
    BlockingWait.on(new PgApiKeys(application.database()).put(key, Tokens.hash(secret)));
    return secret;
  }

  private LoadProfile load(String url, String secret) {
    List<String> callers = Demo.numbers().subList(0, CALLERS);
    return new LoadProfile(
        URI.create(url),
        AGENTS,
        RATE,
        Duration.ofSeconds(seconds),
        WARM_UP,
        secret,
        "events",
        callers);
  }
}
