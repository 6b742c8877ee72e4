package shopbell.security;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/** People's second factors and their recovery codes; kept by the store. */
public interface SecondFactors {
  /**
   * Somebody's second factor.
   *
   * @param totp checks its codes
   * @param confirmed whether a first code has been given: before, it counts for nothing
   * @param recoveryCodes how many are left
   */
  record Factor(Totp totp, boolean confirmed, int recoveryCodes) {}

  /** Empty for most people. */
  Future<Optional<Factor>> find(String name);

  /** Not confirmed yet; CONFLICT where there is a confirmed one. */
  Future<Void> begin(String name, byte[] secret);

  /** It counts from now on, and codes only of steps after {@code step}; {@code recoveryHashes} replace all before. */
  Future<Void> confirm(String name, long step, Set<String> recoveryHashes);

  /** False when a code of this step or a later one has been taken before. */
  Future<Boolean> take(String name, long step);

  /** False when there is no recovery code of this hash, or it has been taken before. */
  Future<Boolean> takeRecovery(String name, String hash);

  /** With its recovery codes; false when there was none. */
  Future<Boolean> remove(String name);

  /** The same for a lost phone: the sessions of {@code name}, which may be in the hands of its finder, end too. */
  Future<Boolean> reset(String name);
}
