package shopbell.cli;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shopbell.model.Role;
import shopbell.security.AccountChange;
import shopbell.security.NewPassword;
import shopbell.security.Users;

/** The options of an account; values that are not given stay unchanged. */
final class AccountOptions {
  @Parameters(paramLabel = "NAME", description = "the name to sign in with")
  private String name;

  @Option(names = "--role", description = "agent, supervisor or admin")
  private Role role;

  @Option(
      names = "--alias",
      description =
          "the user's extension, e-mail or vendor id in telephony and chat; repeatable, replaces earlier ones")
  private List<String> aliases;

  @Option(names = "--no-alias", description = "remove all aliases")
  private boolean noAlias;

  @Option(
      names = "--queue",
      description =
          "a queue of which the user sees the waiting calls; repeatable, replaces earlier ones")
  private List<String> queues;

  @Option(names = "--no-queue", description = "every queue")
  private boolean noQueue;

  @Option(
      names = {"--new-secret", "--secret"},
      description = "create a new password, print it, and end all open sessions")
  private boolean newSecret;

  String name() {
    return name;
  }

  boolean newSecret() {
    return newSecret;
  }

  boolean hasRole() {
    return role != null;
  }

  /**
   * Saves the given values and prints them in one line; {@code secret} is the new password, which {@code hash} hashes.
   */
  Future<String> save(
      Users users, Function<NewPassword, Future<String>> hash, Optional<String> secret) {
    return ConfiguredAccounts.hashed(secret.map(text -> new NewPassword(name, text)), hash)
        .compose(hashed -> users.save(change(hashed)))
        .map(saved -> saved.name() + secret.map(s -> " " + s).orElse(" changed, same password"));
  }

  private AccountChange change(Optional<String> hash) {
    return new AccountChange(
        name, Optional.ofNullable(role), given(aliases, noAlias), given(queues, noQueue), hash);
  }

  private static Optional<List<String>> given(List<String> values, boolean none) {
    return none ? Optional.of(List.of()) : Optional.ofNullable(values);
  }
}
