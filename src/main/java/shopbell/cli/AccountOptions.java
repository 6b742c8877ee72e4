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
          "how telephony and chat call this person: extension, e-mail, vendor id; several take the place of those before")
  private List<String> aliases;

  @Option(names = "--no-alias", description = "no aliases any more")
  private boolean noAlias;

  @Option(
      names = "--queue",
      description = "whose waiting calls this person sees; several take the place of those before")
  private List<String> queues;

  @Option(names = "--no-queue", description = "every queue")
  private boolean noQueue;

  @Option(
      names = {"--new-secret", "--secret"},
      description = "make a new password, print it, and end the sessions that are open")
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
