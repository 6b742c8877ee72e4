package shopbell.security;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import shopbell.model.Agent;

/** Who may sign in; kept by the store. */
public interface Users {
  /** A person and the hash of the password; the hash's text tells how it was made, see {@link Passwords}. */
  record Account(Agent agent, String hash) {}

  /** By exact name. */
  Future<Optional<Account>> find(String name);

  /** Everybody, by name. */
  Future<List<Agent>> all();

  /**
   * Makes the account, which needs role and password then, or changes what is given; a new role or password ends the person's
   * sessions. CONFLICT when a name or alias that is new is somebody else's, or the last administrator would be none.
   */
  Future<Agent> save(AccountChange change);

  /** Makes the account, or replaces role, aliases, queues and password of the one with that name; refuses as {@link #save}. */
  default Future<Void> put(Account account) {
    return save(AccountChange.of(account)).mapEmpty();
  }

  /** Ends all sessions of the person but the one whose token has the hash {@code kept}; NOT_FOUND when there is nobody. */
  Future<Void> replacePassword(String name, String hash, String kept);

  /** Also ends the person's sessions; false when there was nobody, CONFLICT when it is the last administrator. */
  Future<Boolean> remove(String name);
}
