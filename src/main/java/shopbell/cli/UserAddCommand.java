package shopbell.cli;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import shopbell.model.Rejected;
import shopbell.security.NewPassword;
import shopbell.security.Tokens;
import shopbell.security.Users;

/** Adds a user and prints name and password; the password is never shown again. */
@Command(
    name = "add",
    description =
        "Add a user; prints NAME SECRET once. Changes only the given values of an existing user.",
    mixinStandardHelpOptions = true)
final class UserAddCommand implements Callable<Integer> {
  @Mixin
  private AccountOptions account;

  @Mixin
  private ConfigOption config;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    String said = ConfiguredAccounts.run(config, this::saved);
    spec.commandLine().getOut().println(said);
    return 0;
  }

  private Future<String> saved(Users users, Function<NewPassword, Future<String>> hash) {
    return users.find(account.name()).compose(found -> {
      if (found.isEmpty() && !account.hasRole()) {
        throw new Rejected(
            Rejected.Reason.SENSELESS, "A new user needs --role agent, supervisor or admin.");
      }
      Optional<String> secret =
          found.isEmpty() || account.newSecret() ? Optional.of(Tokens.fresh()) : Optional.empty();
      return account.save(users, hash, secret);
    });
  }
}
