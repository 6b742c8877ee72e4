package shopbell.cli;

import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import shopbell.Configuration;
import shopbell.config.Settings;
import shopbell.connector.Connectors;
import shopbell.i18n.Words;
import shopbell.metrics.Meters;
import shopbell.metrics.Registry;
import shopbell.model.Agent;
import shopbell.sources.ConfiguredSources;
import shopbell.store.DatabaseLifecycle;
import shopbell.store.security.PgUsers;
import shopbell.store.webhook.PgDeliveries;
import shopbell.webhook.WebhookDispatcher;

/** Reads the configuration, tries the database and each source, and reports what works. */
@Command(
    name = "check",
    description = "Check a configuration, the database and each source.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin
  private ConfigOption config;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = config.read();
    Configuration configuration = Configuration.of(settings);
    out.println("configuration  well formed");
    out.println("catalogue      " + configuration.journey().stepNames().size() + " names of steps");
    Connectors connectors = configuration.connectors();
    out.println("connectors     " + connectors.all().size() + " read");
    configuration
        .doors()
        .forEach((name, door) ->
            out.println("door           " + name + " (" + door.settings().kind() + ") at /in/"
                + name + door.access().path().map(path -> " and " + path).orElse("")));
    Vertx vertx = Vertx.vertx();
    try {
      DatabaseLifecycle store =
          BlockingWait.on(DatabaseLifecycle.join(vertx, configuration.database().url()));
      BlockingWait.on(store.database().ping());
      out.println("database       answers, schema up to date");
      List<Agent> users = BlockingWait.on(new PgUsers(store.database()).all());
      receivers(vertx, configuration, store)
          .forEach(name -> out.println("delivery       " + name + " is well formed"));
      BlockingWait.on(store.close());
      boolean known = known(QueueCheck.of(settings, users), settings, connectors, out);
      return sources(vertx, configuration.sources(), out) && known ? 0 : 1;
    } finally {
      BlockingWait.on(vertx.close());
    }
  }

  /** Throws InvalidConfiguration for a receiver that cannot be made; none is called. */
  private static Set<String> receivers(
      Vertx vertx, Configuration configuration, DatabaseLifecycle store) {
    WebhookDispatcher.WebhookParts webhookParts = new WebhookDispatcher.WebhookParts(
        vertx, configuration.connectors(), new PgDeliveries(store.database()), () -> {});
    return new WebhookDispatcher(
            webhookParts,
            configuration.deliveries(),
            new Meters(Registry.open()),
            InstantSource.system())
        .receivers();
  }

  /** Whether everything the configuration and its connectors name is known. */
  private static boolean known(
      QueueCheck queues, Settings settings, Connectors connectors, PrintWriter out) {
    List<String> doubts = new ArrayList<>(queues.doubts(settings));
    new TreeMap<>(connectors.all())
        .forEach((name, loadedConnector) -> loadedConnector
            .connector()
            .doubts(queues::doubt)
            .forEach(connectorError -> doubts.add(name + ".yaml " + connectorError.placed())));
    doubts.forEach(doubt -> out.println("unknown        " + doubt));
    return doubts.isEmpty();
  }

  /** Whether all of them answer. */
  private static boolean sources(Vertx vertx, ConfiguredSources configured, PrintWriter out)
      throws Exception {
    Words words = new Words(Locale.ENGLISH, ZoneOffset.UTC);
    boolean well = true;
    for (ConfiguredSources.SourceCheck sourceCheck :
        BlockingWait.on(configured.tried(vertx, InstantSource.system()))) {
      String says = sourceCheck
          .failed()
          .map(why -> words.say(why.reason().word()) + why.particulars().said())
          .orElse("answers in " + sourceCheck.took().toMillis() + " ms");
      out.println("source         " + sourceCheck.name() + " " + says);
      well &= sourceCheck.failed().isEmpty();
    }
    return well;
  }
}
