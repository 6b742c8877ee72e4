package shopbell.ingress;

import io.vertx.core.http.HttpServerRequest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The bodies held in memory, bounded by the sum of their bytes: from the first byte received until their events are
 * stored. Where one more byte does not fit, the largest incomplete body is dropped, because honest bodies are small and
 * soon complete. Thread-safe.
 */
public final class RequestBodies {
  /** All bodies of one kind may take this share of the memory: an eighth. */
  private static final int SHARES_OF_MEMORY = 8;

  private final long most;
  private final Set<RawBody> coming = new HashSet<>();
  private long held;

  /** At most {@code most} bytes together. */
  public RequestBodies(long most) {
    this.most = most;
  }

  /** One of {@code parts} equal parts of an eighth of the heap, and never less than one body of {@code largest} bytes. */
  public static RequestBodies part(int parts, int largest) {
    return new RequestBodies(
        Math.max(largest, Runtime.getRuntime().maxMemory() / SHARES_OF_MEMORY / parts));
  }

  /** The body of {@code request}, which must not have been read yet; reading starts with {@link RawBody#whole}. */
  public RawBody open(HttpServerRequest request, int largest) {
    RawBody body = new RawBody(this, request, largest);
    synchronized (this) {
      coming.add(body);
    }
    body.begin();
    return body;
  }

  /** The bytes held now. */
  public synchronized long held() {
    return held;
  }

  /** Whether {@code body} may hold that many bytes more. */
  boolean take(RawBody body, long bytes) {
    Set<RawBody> gone = new HashSet<>();
    boolean room = room(body, bytes, gone);
    gone.forEach(RawBody::crowdedOut);
    return room;
  }

  private synchronized boolean room(RawBody body, long bytes, Set<RawBody> gone) {
    while (held + bytes > most) {
      Optional<RawBody> largest = coming.stream()
          .max(Comparator.comparingLong(RawBody::held))
          .filter(other -> other != body && other.held() > body.held() + bytes);
      if (largest.isEmpty()) {
        return false;
      }
      left(largest.get());
      gone.add(largest.get());
    }
    held += bytes;
    body.holds(bytes);
    return true;
  }

  /** Marks {@code body} as received in full. */
  synchronized void complete(RawBody body) {
    coming.remove(body);
  }

  /** Releases it; a second time does nothing. */
  synchronized void left(RawBody body) {
    coming.remove(body);
    held -= body.held();
    body.holds(-body.held());
  }
}
