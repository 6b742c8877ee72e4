package shopbell.cli;

import io.vertx.core.Future;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import shopbell.Application;
import shopbell.config.Settings;
import shopbell.config.SettingsReader;
import shopbell.demo.Demo;
import shopbell.demo.PastObserver;
import shopbell.model.event.ContactRecord;

/** Starts a server with a private database and invented customers, without any configuration. */
@Command(
    name = "demo",
    description =
        "Run a shop with 5,200 customers, two agents and a day of calls and chats; needs no setup.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Mixin
  private DemoSafetyCheck place;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    InstantSource clock = InstantSource.system();
    Settings settings = settings();
    place.check(settings);
    Application application = new Application(settings, clock);
    ServerProcess.untilTold(application, new ServerProcess.Companion() {
      private Demo demo;

      @Override
      public void begin() throws Exception {
        demo = new Demo(application.vertx(), application.database(), clock, witness(application));
        BlockingWait.on(demo.settle());
        demo.begin(application.url());
        greet(spec.commandLine().getOut(), application);
      }

      @Override
      public void end() {
        demo.end();
      }
    });
    return 0;
  }

  static PastObserver witness(Application application) {
    return new PastObserver() {
      @Override
      public Future<Void> before(UUID customer, ContactRecord contact) {
        return application.lived(customer, contact);
      }

      @Override
      public Future<Void> done() {
        return application.learn();
      }

      @Override
      public Future<Void> settled() {
        return application.learnValue();
      }
    };
  }

  private static Settings settings() {
    Map<String, String> values = new HashMap<>(Demo.settings());
    return SettingsReader.read(Optional.empty(), System.getenv(), values);
  }

  private static void greet(PrintWriter out, Application application) {
    out.println();
    out.println("  Shopbell rings at  " + application.url());
    Demo.AGENTS.keySet().stream()
        .sorted()
        .forEach(name ->
            out.println("  sign in as         " + name + "  with password  " + Demo.PASSWORD));
    out.println("  supervisor         " + Demo.SUPERVISOR + "  with the same password");
    out.println("  administrator      " + Demo.ADMINISTRATOR + "  with the same password");
    out.println("  your own PBX       POST " + application.url() + "/in/pbx/" + Demo.KEY);
    out.println(
        "  metrics, health    http://127.0.0.1:" + application.managementPort() + "/metrics");
    out.println("  stop               Ctrl-C");
    out.println();
    out.println(
        "  Calls and chats come in, in this order: a broken promise; an abandoned purchase,");
    out.println("  then a chat; an unknown visitor who signs in while the card is open; two");
    out.println(
        "  callers of one firm; a customer who tried three times; two customers with one number; a");
    out.println("  promise that is due. Press / and search for:");
    out.println("    Katharina Vogel   has two records that were merged: the reasons, and Undo");
    out.println("    Jürgen Möller     has perhaps two records: reasons, Merge or Not the same");
    out.println(
        "    Frieda Stillmann  has refused the use of visits: no visits, no rank, no hints");
    out.println(
        "  As clara, in the menu: agents, the quality of predicted reasons, the access log.");
    out.println("  As dora, in the menu: the connectors, and the requests at each door.");
    out.println();
    out.flush();
  }
}
