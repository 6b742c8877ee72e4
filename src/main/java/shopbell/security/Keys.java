package shopbell.security;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of machines; kept by the store as SHA-256, which is enough for 256 random bits. */
public interface Keys {
  /** A key without its secret. */
  record Named(String name, Scope scope, Instant madeAt) {}

  /** Replaces the one of that name. */
  Future<Void> put(Named key, String hash);

  /** Those there are of the keys with these hashes, by hash. */
  Future<Map<String, Named>> find(Set<String> hashes);

  /** All, by name. */
  Future<List<Named>> all();

  /** False when there was none of that name. */
  Future<Boolean> remove(String name);
}
