package shopbell.security;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import shopbell.model.Agent;

/** Who is signed in; kept by the store, so that a restart signs nobody out. The token itself is never stored. */
public interface Sessions {
  /** Lasts until {@code end}. */
  Future<Void> open(String tokenHash, String agent, Instant end);

  /** Whose session it is; empty when it has ended or never was. */
  Future<Optional<Agent>> find(String tokenHash, Instant now);

  /** Those that have ended or never were. */
  Future<Set<String>> ended(Set<String> tokenHashes, Instant now);

  /** Nothing happens when it had ended. */
  Future<Void> close(String tokenHash);
}
