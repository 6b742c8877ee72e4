package shopbell.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Judges models on past data; changes nothing. */
@Command(
    name = "evaluate",
    description = "Measure how good the models are on past data.",
    mixinStandardHelpOptions = true,
    subcommands = {
      EvaluateValueCommand.class,
      EvaluateTableCommand.class,
      EvaluateReasonsCommand.class
    })
final class EvaluateCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "Say what to judge: evaluate value, evaluate table or evaluate reasons");
  }
}
