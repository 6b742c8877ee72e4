package shopbell.cli;

import java.io.PrintWriter;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import shopbell.model.ContractWord;
import shopbell.model.Rejected;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;

/** The command line: exit 0 for success, 1 for a failure, 2 for wrong usage; errors on stderr in one line. */
@Command(
    name = "shopbell",
    description = "The moment a call or chat arrives, the agent's screen shows who it is.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      UserCommand.class,
      KeyCommand.class,
      SimulateCommand.class,
      CheckCommand.class,
      HealthCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      EvaluateCommand.class,
      TrainCommand.class,
      RehearseCommand.class
    })
public final class Main implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  /** Does not return while a server runs. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** The exit code. */
  public static int run(String... args) {
    return new CommandLine(new Main())
        .registerConverter(Role.class, word -> word(Role.class, word))
        .registerConverter(ApiKeyScope.class, word -> word(ApiKeyScope.class, word))
        .setParameterExceptionHandler((wrong, given) -> misused(wrong))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> failed(failure, command.getErr()))
        .execute(args);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "Say what to do: demo, serve, import, export, evaluate, train, simulate, rehearse, user, key, check or health.");
  }

  private static <E extends Enum<E> & ContractWord> E word(Class<E> type, String text) {
    try {
      return ContractWord.of(type, text);
    } catch (Rejected unknown) {
      throw new CommandLine.TypeConversionException(unknown.getMessage());
    }
  }

  private static int misused(CommandLine.ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    String asked = command.getCommandSpec().qualifiedName();
    command.getErr().println("shopbell: " + firstLine(wrong) + " (see " + asked + " --help)");
    return CommandLine.ExitCode.USAGE;
  }

  private static int failed(Throwable failure, PrintWriter err) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    err.println("shopbell: " + firstLine(cause));
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String firstLine(Throwable cause) {
    String what =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return what.lines().findFirst().orElse("");
  }
}
