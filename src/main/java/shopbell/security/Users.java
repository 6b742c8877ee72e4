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

  /** Makes the account, or replaces role, aliases, queues and password of the one with that name. */
  Future<Void> put(Account account);

  /** Also ends the person's sessions; false when there was nobody. */
  Future<Boolean> remove(String name);
}
