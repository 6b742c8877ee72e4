package shopbell.security;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** API keys for machines; stored as SHA-256, which is enough for 256 random bits. */
public interface ApiKeys {
  /** A key without its secret. */
  record ApiKey(String name, ApiKeyScope scope, Instant madeAt) {}

  /** Replaces the one of that name. */
  Future<Void> put(ApiKey key, String hash);

  /** The key with this hash; empty when there is none. */
  Future<Optional<ApiKey>> find(String hash);

  /** All, by name. */
  Future<List<ApiKey>> all();

  /** False when there was none of that name. */
  Future<Boolean> remove(String name);
}
