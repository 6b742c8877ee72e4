package shopbell.desk;

import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The frames waiting for one browser: only the newest of each interaction and topic, so a slow browser takes a bounded amount of
 * memory and delays no other. Frames may be put from any thread; they are sent on the socket's own, once it has begun.
 */
final class Outbox {
  private final ServerWebSocket socket;
  private final Context context;
  private final Map<Object, String> waiting = new LinkedHashMap<>();
  private boolean scheduled;
  private boolean begun;

  Outbox(ServerWebSocket socket, Context context) {
    this.socket = socket;
    this.context = context;
    socket.drainHandler(drained -> flush());
  }

  /** Replaces a waiting frame of the same interaction; else {@code news} is enough. */
  void put(UUID interaction, String frame, Optional<String> news) {
    put((Object) interaction, frame, news);
  }

  /** Replaces a waiting frame under the same {@code key}, which is no interaction. */
  void put(Object key, String frame) {
    put(key, frame, Optional.empty());
  }

  private synchronized void put(Object key, String frame, Optional<String> news) {
    boolean late = waiting.remove(key) != null;
    waiting.put(key, late ? frame : news.orElse(frame));
    schedule();
  }

  /** Drops all frames of interactions put so far: they are part of the welcome that follows. */
  synchronized void forget() {
    waiting.keySet().removeIf(UUID.class::isInstance);
  }

  /** The welcome is written: frames may be sent. */
  synchronized void begin() {
    begun = true;
    if (!waiting.isEmpty()) {
      schedule();
    }
  }

  private void schedule() {
    if (begun && !scheduled) {
      scheduled = true;
      context.runOnContext(turn -> flush());
    }
  }

  private void flush() {
    String next = next();
    while (next != null) {
      if (socket.isClosed()) {
        return;
      }
      socket.writeTextMessage(next);
      next = next();
    }
  }

  private synchronized String next() {
    if (waiting.isEmpty() || socket.isClosed() || socket.writeQueueFull()) {
      // the drain handler runs this again when the socket is writable
      scheduled = !waiting.isEmpty() && !socket.isClosed();
      return null;
    }
    Object first = waiting.keySet().iterator().next();
    return waiting.remove(first);
  }
}
