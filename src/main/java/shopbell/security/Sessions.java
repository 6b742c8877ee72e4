package shopbell.security;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shopbell.model.Agent;

/** Stores sessions, so that a restart signs no user out. The token itself is never stored. */
public interface Sessions {
  /** Begins now, with a password just entered, and lasts until {@code end}. */
  Future<Void> open(Session session, Instant end);

  /** Empty when it has ended or never was. */
  Future<Optional<Session>> find(String tokenHash, Instant now);

  /** All of {@code agent} that have not ended, the last used first. */
  Future<List<Session>> of(Agent agent, Instant now);

  /** Those that have ended or never were. */
  Future<Set<String>> ended(Set<String> tokenHashes, Instant now);

  /** Stores that they were used at {@code now}; a value stored less than {@code apart} ago stays as it is. */
  Future<Void> seen(Set<String> tokenHashes, Instant now, Duration apart);

  /** Stores that the user has just entered the password again. */
  Future<Void> confirmed(String tokenHash, Instant now);

  /** Does nothing when it has ended already. */
  Future<Void> close(String tokenHash);

  /** Signs {@code agent} out everywhere; every node closes its sockets within a second. */
  Future<Void> closeAll(String agent);
}
