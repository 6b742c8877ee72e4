package shopbell.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shopbell.security.ApiKeyScope;
import shopbell.security.ApiKeys;
import shopbell.security.AuditEntry;
import shopbell.security.Tokens;
import shopbell.store.security.PgApiKeys;
import shopbell.store.security.PgAuditLog;

/** Manages API keys for machines; works while the server runs. */
@Command(
    name = "key",
    description = "Manage API keys.",
    mixinStandardHelpOptions = true,
    subcommands = KeyCommand.Add.class)
final class KeyCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Say what to do: key add NAME --scope SCOPE");
  }

  /** Prints name and key; the key is never shown again. */
  @Command(
      name = "add",
      description = "Create a key; prints NAME SECRET once.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "what the key is for")
    private String name;

    @Option(names = "--scope", required = true, description = "in, journey, read or admin")
    private ApiKeyScope apiKeyScope;

    @Mixin
    private ConfigOption config;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      ApiKeys.ApiKey key = new ApiKeys.ApiKey(name, apiKeyScope, Instant.now());
      String secret = Tokens.fresh();
      AuditEntry made = AuditEntry.onCommandLine(
          key.madeAt(), AuditEntry.AuditKind.KEY_MADE, name, Optional.empty(), Optional.of(key));
      CommandDatabase.with(
          config.database(),
          (vertx, database) -> BlockingWait.on(new PgApiKeys(database)
              .put(key, Tokens.hash(secret))
              .compose(stored -> new PgAuditLog(database).write(made))));
      spec.commandLine().getOut().println(name + " " + secret);
      return 0;
    }
  }
}
