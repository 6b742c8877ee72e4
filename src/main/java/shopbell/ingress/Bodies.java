package shopbell.ingress;

import io.vertx.core.http.HttpServerRequest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The bodies that are held in memory at a time, bounded by the sum of their bytes: from the first byte that came in until
 * what they say is kept. Where one more byte has no room, the largest body that is not there as a whole goes, for honest
 * bodies are small and soon complete. Thread-safe.
 */
public final class Bodies {
  /** What all bodies of one kind may take of the memory: an eighth. */
  private static final int SHARES_OF_MEMORY = 8;

  private final long most;
  private final Set<RequestBody> coming = new HashSet<>();
  private long held;

  /** At most {@code most} bytes together. */
  public Bodies(long most) {
    this.most = most;
  }

  /** One of {@code parts} equal parts of an eighth of the heap, and never less than one body of {@code largest} bytes. */
  public static Bodies part(int parts, int largest) {
    return new Bodies(
        Math.max(largest, Runtime.getRuntime().maxMemory() / SHARES_OF_MEMORY / parts));
  }

  /** The body of {@code request}, which must not have been read yet; nothing is read until {@link RequestBody} is asked. */
  public RequestBody open(HttpServerRequest request, int largest) {
    RequestBody body = new RequestBody(this, request, largest);
    synchronized (this) {
      coming.add(body);
    }
    body.begin();
    return body;
  }

  /** What is held now, in bytes. */
  public synchronized long held() {
    return held;
  }

  /** Whether {@code body} may hold that many bytes more. */
  boolean take(RequestBody body, long bytes) {
    Set<RequestBody> gone = new HashSet<>();
    boolean room = room(body, bytes, gone);
    gone.forEach(RequestBody::crowdedOut);
    return room;
  }

  private synchronized boolean room(RequestBody body, long bytes, Set<RequestBody> gone) {
    while (held + bytes > most) {
      Optional<RequestBody> largest = coming.stream()
          .max(Comparator.comparingLong(RequestBody::held))
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

  /** All of it has come in. */
  synchronized void complete(RequestBody body) {
    coming.remove(body);
  }

  /** It is held no longer; a second time does nothing. */
  synchronized void left(RequestBody body) {
    coming.remove(body);
    held -= body.held();
    body.holds(-body.held());
  }
}
