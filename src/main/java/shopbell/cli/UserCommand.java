package shopbell.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import shopbell.model.Agent;
import shopbell.model.Rejected;
import shopbell.security.DuplicateNames;

/** Manages user accounts; works while the server runs, which applies changes within a second. */
@Command(
    name = "user",
    description = "Manage user accounts.",
    mixinStandardHelpOptions = true,
    subcommands = {
      UserAddCommand.class,
      UserSetCommand.class,
      UserCommand.Listing.class,
      UserCommand.Remove.class,
      UserCommand.ResetTotp.class
    })
final class UserCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "Say what to do: user add, user set, user list, user remove or user reset-totp");
  }

  /** One line each, separated by tabs; a duplicate name or alias is marked. */
  @Command(
      name = "list",
      description = "List all users: name, role, queues, aliases, separated by tabs.",
      mixinStandardHelpOptions = true)
  static final class Listing implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      List<Agent> all = ConfiguredAccounts.run(config, (users, hash) -> users.all());
      DuplicateNames shared = DuplicateNames.of(all);
      PrintWriter out = spec.commandLine().getOut();
      all.forEach(agent -> out.println(String.join(
          "\t",
          marked(agent.name(), shared),
          agent.role().toString(),
          agent.queues().isEmpty() ? "all queues" : String.join(", ", agent.queues()),
          String.join(", ", agent.aliases().stream().map(a -> marked(a, shared)).toList()))));
      if (shared.count() > 0) {
        spec.commandLine()
            .getErr()
            .println("shopbell: what is marked (!) belongs to two users: change one of them");
      }
      return 0;
    }

    private static String marked(String name, DuplicateNames shared) {
      return shared.has(name) ? name + " (!)" : name;
    }
  }

  /** Changes one account and reports it. */
  abstract static class OneUser implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "the name to sign in with")
    private String name;

    @Mixin
    private ConfigOption config;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final String missing;
    private final String done;

    /** Prints {@code missing} where there is nothing to change, otherwise the name and {@code done}. */
    OneUser(String missing, String done) {
      this.missing = missing;
      this.done = done;
    }

    /** False when there is nothing to change. */
    abstract boolean change(ConfigOption config, String name) throws Exception;

    @Override
    public Integer call() throws Exception {
      if (!change(config, name)) {
        throw new Rejected(Rejected.Reason.NOT_FOUND, missing);
      }
      spec.commandLine().getOut().println(name + done);
      return 0;
    }
  }

  /** Sessions and open sockets end at once. */
  @Command(
      name = "remove",
      description = "Remove a user; sessions and open screens end at once.",
      mixinStandardHelpOptions = true)
  static final class Remove extends OneUser {
    Remove() {
      super("There is no user of that name.", " removed");
    }

    @Override
    boolean change(ConfigOption config, String name) throws Exception {
      return ConfiguredAccounts.run(config, (users, hash) -> users.remove(name));
    }
  }

  /** For a user who has lost both phone and recovery codes. */
  @Command(
      name = "reset-totp",
      description = "Remove a user's second factor; the password alone signs in again.",
      mixinStandardHelpOptions = true)
  static final class ResetTotp extends OneUser {
    ResetTotp() {
      super("There is no second factor of that name.", " has no second factor any more");
    }

    @Override
    boolean change(ConfigOption config, String name) throws Exception {
      return ConfiguredAccounts.resetSecondFactor(config, name);
    }
  }
}
