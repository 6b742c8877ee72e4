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
 * The keys seen lately, so that neither each event asks the store nor a dead store locks telephony out; a flood of made-up
 * keys never waits in the way of a known one. Thread-safe.
 */
public final class ApiKeyCache {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int MOST_REMEMBERED = 10_000;
  private static final int MOST_WAITING = 5_000;

  private record Seen(ApiKeys.Named key, Instant at) {}

  private final ApiKeys apiKeys;
  private final InstantSource clock;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  /** How many lookups of unknown keys have no answer yet. */
  private final AtomicInteger waiting = new AtomicInteger();

  private final AtomicInteger forgotten = new AtomicInteger();

  public ApiKeyCache(ApiKeys apiKeys, InstantSource clock) {
    this.apiKeys = apiKeys;
    this.clock = clock;
  }

  /** What {@code secret} opens; empty when there is no such key. */
  public Future<Optional<ApiKeyScope>> scope(String secret) {
    return find(secret).map(found -> found.map(ApiKeys.Named::scope));
  }

  /**
   * The key with that secret; empty when there is none. One removed unheard of (see {@link #forget}) works for 10 s more.
   * CROWDED while thousands that nobody knows wait for an answer.
   */
  public Future<Optional<ApiKeys.Named>> find(String secret) {
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

  /** A key has been made, changed or removed somewhere: each is looked up anew before it opens anything. */
  public void forget() {
    forgotten.incrementAndGet();
    seen.replaceAll((hash, before) -> new Seen(before.key(), Instant.EPOCH));
  }

  private Future<Optional<ApiKeys.Named>> unknown(String hash) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      return Future.failedFuture(new Rejected(
          Rejected.Reason.CROWDED,
          "Too many keys are being looked up. Send it again in a moment."));
    }
    return lookedUp(hash).onComplete(answered -> waiting.decrementAndGet());
  }

  private Future<Optional<ApiKeys.Named>> lookedUp(String hash) {
    int before = forgotten.get();
    Instant at = clock.instant();
    return apiKeys.find(hash).onSuccess(found -> {
      // a change that was told of while the question was on its way may not be in its answer
      remember(hash, found, before == forgotten.get() ? at : Instant.EPOCH);
    });
  }

  private void remember(String hash, Optional<ApiKeys.Named> found, Instant at) {
    if (found.isEmpty()) {
      seen.remove(hash);
    } else if (seen.size() < MOST_REMEMBERED) {
      seen.put(hash, new Seen(found.get(), at));
    }
  }
}
