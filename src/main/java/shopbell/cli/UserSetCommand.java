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

/** Changes only the given values of an existing user. */
@Command(
    name = "set",
    description = "Change the given values of a user; a new password only with --new-secret.",
    mixinStandardHelpOptions = true)
final class UserSetCommand implements Callable<Integer> {
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
    Optional<String> secret = account.newSecret() ? Optional.of(Tokens.fresh()) : Optional.empty();
    return users.find(account.name()).compose(found -> {
      if (found.isEmpty()) {
        throw new Rejected(
            Rejected.Reason.NOT_FOUND, "There is no user of that name: create it by user add.");
      }
      return account.save(users, hash, secret);
    });
  }
}
