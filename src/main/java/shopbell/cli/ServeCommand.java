package shopbell.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import shopbell.Application;

/** Runs the server in production. */
@Command(name = "serve", description = "Run the server.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Mixin
  private ConfigOption config;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Application application = new Application(config.read(), InstantSource.system());
    ServerProcess.untilTold(application, () -> {
      PrintWriter out = spec.commandLine().getOut();
      out.println("Shopbell is ready at " + application.url());
      out.flush();
    });
    return 0;
  }
}
