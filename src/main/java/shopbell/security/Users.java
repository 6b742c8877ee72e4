package shopbell.security;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import shopbell.model.Agent;

/** Stores user accounts. */
public interface Users {
  /** A user and the hash of the password; the hash contains its parameters, see {@link Passwords}. */
  record Account(Agent agent, String hash) {}

  /** By exact name. */
  Future<Optional<Account>> find(String name);

  /** All users, by name. */
  Future<List<Agent>> all();

  /**
   * Creates the account, which requires role and password, or changes the given values; a new role or password ends the
   * user's sessions. CONFLICT when a new name or alias belongs to another user, or no administrator would be left.
   */
  Future<Agent> save(AccountChange change);

  /**
   * Creates the account, or replaces role, aliases, queues and password of the one with that name; refuses as
   * {@link #save}.
   */
  default Future<Void> put(Account account) {
    return save(AccountChange.of(account)).mapEmpty();
  }

  /**
   * Replaces the hash and ends all sessions of the user except the one with the token hash {@code kept}; NOT_FOUND when
   * there is no such user.
   */
  Future<Void> replacePassword(String name, String hash, String kept);

  /** Also ends the user's sessions; false when there was no such user, CONFLICT when it is the last administrator. */
  Future<Boolean> remove(String name);
}
