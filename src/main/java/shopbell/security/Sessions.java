package shopbell.security;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shopbell.model.Agent;

/** Who is signed in; kept by the store, so that a restart signs nobody out. The token itself is never stored. */
public interface Sessions {
  /** Begins now, with a password just given, and lasts until {@code end}. */
  Future<Void> open(Session session, Instant end);

  /** Empty when it has ended or never was. */
  Future<Optional<Session>> find(String tokenHash, Instant now);

  /** All of {@code agent} that have not ended, the last used first. */
  Future<List<Session>> of(Agent agent, Instant now);

  /** Those that have ended or never were. */
  Future<Set<String>> ended(Set<String> tokenHashes, Instant now);

  /** They were used at {@code now}; what was kept less than {@code apart} ago stays as it is. */
  Future<Void> seen(Set<String> tokenHashes, Instant now, Duration apart);

  /** The person has just given the password again. */
  Future<Void> confirmed(String tokenHash, Instant now);

  /** Nothing happens when it had ended. */
  Future<Void> close(String tokenHash);

  /** Signs {@code agent} out everywhere; every node's sockets hear of it within a second. */
  Future<Void> closeAll(String agent);
}
