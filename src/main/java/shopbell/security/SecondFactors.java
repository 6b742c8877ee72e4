package shopbell.security;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/** Stores users' second factors and recovery codes. */
public interface SecondFactors {
  /**
   * A user's second factor.
   *
   * @param totp checks its codes
   * @param confirmed whether a first code was entered: before, the factor is not active
   * @param recoveryCodes how many are left
   */
  record Factor(Totp totp, boolean confirmed, int recoveryCodes) {}

  /** Empty for a user without one. */
  Future<Optional<Factor>> find(String name);

  /** Stores an unconfirmed factor; CONFLICT where there is a confirmed one. */
  Future<Void> begin(String name, byte[] secret);

  /** Activates it, for codes of steps after {@code step}; {@code recoveryHashes} replace all before. */
  Future<Void> confirm(String name, long step, Set<String> recoveryHashes);

  /** Marks {@code step} as used; false when a code of this step or a later one was used before. */
  Future<Boolean> take(String name, long step);

  /** Marks the code as used; false when there is no recovery code of this hash, or it was used before. */
  Future<Boolean> takeRecovery(String name, String hash);

  /** Removes it with its recovery codes; false when there was none. */
  Future<Boolean> remove(String name);

  /** The same for a lost phone: the sessions of {@code name}, which may be in the hands of its finder, end too. */
  Future<Boolean> reset(String name);
}
