package shopbell.security;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import shopbell.model.Unavailable;

/** The keys seen lately, so that neither each event asks the store nor a dead store locks telephony out. */
public final class KeyRing {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int MOST_REMEMBERED = 10_000;

  private record Seen(Keys.Named key, Instant at) {}

  private final Keys keys;
  private final InstantSource clock;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  public KeyRing(Keys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** What {@code secret} opens; empty when there is no such key. */
  public Future<Optional<Scope>> scope(String secret) {
    return find(secret).map(found -> found.map(Keys.Named::scope));
  }

  /** The key with that secret; empty when there is none. One removed unheard of (see {@link #forget}) works for 10 s more. */
  public Future<Optional<Keys.Named>> find(String secret) {
    String hash = Tokens.hash(secret);
    Seen before = seen.get(hash);
    Instant now = clock.instant();
    if (before != null && before.at().plus(FRESH).isAfter(now)) {
      return Future.succeededFuture(Optional.of(before.key()));
    }
    return keys.find(hash)
        .onSuccess(found -> remember(hash, found, now))
        .recover(failure -> failure instanceof Unavailable && before != null
            ? Future.succeededFuture(Optional.of(before.key()))
            : Future.failedFuture(failure));
  }

  /** A key has been made, changed or removed somewhere: each is looked up anew before it opens anything. */
  public void forget() {
    seen.replaceAll((hash, before) -> new Seen(before.key(), Instant.EPOCH));
  }

  private void remember(String hash, Optional<Keys.Named> found, Instant now) {
    if (found.isEmpty()) {
      seen.remove(hash);
    } else if (seen.size() < MOST_REMEMBERED) {
      seen.put(hash, new Seen(found.get(), now));
    }
  }
}
