package shopbell.security;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import shopbell.model.Rejected;
import shopbell.model.Unavailable;

/**
 * The keys seen lately, so that neither each event asks the store nor a dead store locks telephony out. The store is asked one
 * question at a time, about all keys that have come meanwhile: a flood of made-up keys costs one connection. Thread-safe.
 */
public final class KeyRing {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int MOST_REMEMBERED = 10_000;
  private static final int MOST_WAITING = 5_000;

  private record Seen(Keys.Named key, Instant at) {}

  private record Question(Set<String> hashes, Promise<Map<String, Keys.Named>> answer) {}

  private final Keys keys;
  private final InstantSource clock;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  /** The question that is to be asked behind the one that is on its way; null when nothing is to be asked. */
  private Question next;

  private boolean asking;
  private final AtomicInteger forgotten = new AtomicInteger();

  public KeyRing(Keys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** What {@code secret} opens; empty when there is no such key. */
  public Future<Optional<Scope>> scope(String secret) {
    return find(secret).map(found -> found.map(Keys.Named::scope));
  }

  /**
   * The key with that secret; empty when there is none. One removed unheard of (see {@link #forget}) works for 10 s more.
   * CROWDED while thousands that nobody knows wait for an answer.
   */
  public Future<Optional<Keys.Named>> find(String secret) {
    String hash = Tokens.hash(secret);
    Seen before = seen.get(hash);
    if (before != null && before.at().plus(FRESH).isAfter(clock.instant())) {
      return Future.succeededFuture(Optional.of(before.key()));
    }
    return asked(hash, before != null)
        .map(found -> Optional.ofNullable(found.get(hash)))
        .recover(failure -> failure instanceof Unavailable && before != null
            ? Future.succeededFuture(Optional.of(before.key()))
            : Future.failedFuture(failure));
  }

  /** A key has been made, changed or removed somewhere: each is looked up anew before it opens anything. */
  public void forget() {
    forgotten.incrementAndGet();
    seen.replaceAll((hash, before) -> new Seen(before.key(), Instant.EPOCH));
  }

  private synchronized Future<Map<String, Keys.Named>> asked(String hash, boolean known) {
    if (next == null) {
      next = new Question(new HashSet<>(), Promise.promise());
    }
    if (!known && next.hashes().size() >= MOST_WAITING) {
      return Future.failedFuture(new Rejected(
          Rejected.Reason.CROWDED,
          "Too many keys are being looked up. Send it again in a moment."));
    }
    next.hashes().add(hash);
    Future<Map<String, Keys.Named>> answer = next.answer().future();
    if (!asking) {
      ask();
    }
    return answer;
  }

  private synchronized void ask() {
    Question now = next;
    next = null;
    asking = now != null;
    if (now == null) {
      return;
    }
    int before = forgotten.get();
    Instant at = clock.instant();
    keys.find(now.hashes()).onComplete(done -> {
      if (done.succeeded()) {
        // a change that was told of while the question was on its way may not be in its answer
        remember(now.hashes(), done.result(), before == forgotten.get() ? at : Instant.EPOCH);
      }
      ask();
      now.answer().handle(done);
    });
  }

  private void remember(Set<String> hashes, Map<String, Keys.Named> found, Instant at) {
    for (String hash : hashes) {
      Keys.Named key = found.get(hash);
      if (key == null) {
        seen.remove(hash);
      } else if (seen.size() < MOST_REMEMBERED) {
        seen.put(hash, new Seen(key, at));
      }
    }
  }
}
