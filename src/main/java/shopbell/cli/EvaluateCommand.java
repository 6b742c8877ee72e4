package shopbell.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Judges models on past data; reads nothing of the shop and changes nothing. */
@Command(
    name = "evaluate",
    description = "Measure how good the models are on a file of past data.",
    mixinStandardHelpOptions = true,
    subcommands = {EvaluateValueCommand.class, EvaluateTableCommand.class})
final class EvaluateCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Say what to judge: evaluate value or evaluate table");
  }
}
