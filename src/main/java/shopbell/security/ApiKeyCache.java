package shopbell.security;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import shopbell.model.Rejected;
import shopbell.model.Unavailable;

/**
 * Caches API keys, so that not every event queries the store and telephony works while the store is down; a flood of
 * invalid keys never delays a cached one. Thread-safe.
 */
public final class ApiKeyCache {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int MOST_REMEMBERED = 10_000;
  private static final int MOST_WAITING = 5_000;

  private record Seen(ApiKeys.ApiKey key, Instant at) {}

  private final ApiKeys apiKeys;
  private final InstantSource clock;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  /** How many lookups of unknown keys are pending. */
  private final AtomicInteger waiting = new AtomicInteger();

  private final AtomicInteger forgotten = new AtomicInteger();

  public ApiKeyCache(ApiKeys apiKeys, InstantSource clock) {
    this.apiKeys = apiKeys;
    this.clock = clock;
  }

  /** The scope of the key {@code secret}; empty when there is no such key. */
  public Future<Optional<ApiKeyScope>> scope(String secret) {
    return find(secret).map(found -> found.map(ApiKeys.ApiKey::scope));
  }

  /**
   * The key with that secret; empty when there is none. A removed key works for 10 s more if {@link #forget} was not
   * called. CROWDED while thousands of lookups of unknown keys are pending.
   */
  public Future<Optional<ApiKeys.ApiKey>> find(String secret) {
    String hash = Tokens.hash(secret);
    Seen before = seen.get(hash);
    if (before == null) {
      return unknown(hash);
    }
    if (before.at().plus(FRESH).isAfter(clock.instant())) {
      return Future.succeededFuture(Optional.of(before.key()));
    }
    return lookedUp(hash)
        .recover(failure -> failure instanceof Unavailable
            ? Future.succeededFuture(Optional.of(before.key()))
            : Future.failedFuture(failure));
  }

  /** A key was created, changed or removed somewhere: each is looked up again before its next use. */
  public void forget() {
    forgotten.incrementAndGet();
    seen.replaceAll((hash, before) -> new Seen(before.key(), Instant.EPOCH));
  }

  private Future<Optional<ApiKeys.ApiKey>> unknown(String hash) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      return Future.failedFuture(new Rejected(
          Rejected.Reason.CROWDED,
          "Too many keys are being looked up. Send it again in a moment."));
    }
    return lookedUp(hash).onComplete(answered -> waiting.decrementAndGet());
  }

  private Future<Optional<ApiKeys.ApiKey>> lookedUp(String hash) {
    int before = forgotten.get();
    Instant at = clock.instant();
    return apiKeys.find(hash).onSuccess(found -> {
      // a change reported while the query was running may be missing in its answer
      remember(hash, found, before == forgotten.get() ? at : Instant.EPOCH);
    });
  }

  private void remember(String hash, Optional<ApiKeys.ApiKey> found, Instant at) {
    if (found.isEmpty()) {
      seen.remove(hash);
    } else if (seen.size() < MOST_REMEMBERED) {
      seen.put(hash, new Seen(found.get(), at));
    }
  }
}
