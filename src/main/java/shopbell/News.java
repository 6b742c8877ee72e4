package shopbell;

import io.vertx.core.Vertx;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import shopbell.model.Handle;

/**
 * What has changed about customers, gathered for a moment: a visitor who clicks ten times a second costs a card four
 * new builds, not ten. Thread-safe.
 */
final class News {
  private static final long MOMENT_MILLIS = 250;

  private final Vertx vertx;
  private final Broadcast broadcast;
  private Set<UUID> customers = new LinkedHashSet<>();
  private Set<Handle> handles = new LinkedHashSet<>();
  private boolean waiting;

  News(Vertx vertx, Broadcast broadcast) {
    this.vertx = vertx;
    this.broadcast = broadcast;
  }

  /** The cards of {@code changed}, and those that came by one of {@code known}, are built anew within a moment. */
  synchronized void of(Set<UUID> changed, List<Handle> known) {
    customers.addAll(changed);
    handles.addAll(known);
    if (!waiting && !(customers.isEmpty() && handles.isEmpty())) {
      waiting = true;
      vertx.setTimer(MOMENT_MILLIS, over -> tell());
    }
  }

  private void tell() {
    Set<UUID> changed;
    Set<Handle> known;
    synchronized (this) {
      changed = customers;
      known = handles;
      customers = new LinkedHashSet<>();
      handles = new LinkedHashSet<>();
      waiting = false;
    }
    broadcast.changed(changed);
    if (!known.isEmpty()) {
      broadcast.known(List.copyOf(known));
    }
  }
}
