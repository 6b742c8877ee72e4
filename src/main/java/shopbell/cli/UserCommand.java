package shopbell.cli;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shopbell.StoreAccess;
import shopbell.model.Agent;
import shopbell.model.Role;
import shopbell.security.Passwords;
import shopbell.security.Tokens;
import shopbell.security.Users;
import shopbell.store.PgUsers;

/** Who may sign in; works while the server runs. */
@Command(
    name = "user",
    description = "People who sign in.",
    mixinStandardHelpOptions = true,
    subcommands = UserCommand.Add.class)
final class UserCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Say what to do: user add NAME --role ROLE");
  }

  /** Prints name and password; the password is never shown again. */
  @Command(
      name = "add",
      description = "Add somebody, or give somebody a new password; prints NAME SECRET once.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "the name to sign in with")
    private String name;

    @Option(names = "--role", required = true, description = "agent, supervisor or admin")
    private Role role;

    @Option(
        names = "--alias",
        description = "how telephony and chat call this person: extension, e-mail, vendor id")
    private List<String> aliases = List.of();

    @Option(names = "--queue", description = "whose waiting calls this person sees; none means all")
    private List<String> queues = List.of();

    @Mixin
    private ConfigOption config;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      Agent agent = new Agent(name, role, aliases, queues);
      String secret = Tokens.fresh();
      Vertx vertx = Vertx.vertx();
      try {
        StoreAccess store = Waiting.on(StoreAccess.join(vertx, config.read().text("database.url")));
        String hash = Waiting.on(new Passwords(vertx).hash(secret));
        Waiting.on(new PgUsers(store.database()).put(new Users.Account(agent, hash)));
        Waiting.on(store.close());
      } finally {
        Waiting.on(vertx.close());
      }
      spec.commandLine().getOut().println(agent.name() + " " + secret);
      return 0;
    }
  }
}
