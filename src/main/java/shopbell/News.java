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
  private final Showing showing;
  private Set<UUID> customers = new LinkedHashSet<>();
  private Set<Handle> handles = new LinkedHashSet<>();
  private boolean waiting;

  News(Vertx vertx, Showing showing) {
    this.vertx = vertx;
    this.showing = showing;
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
    showing.changed(changed);
    if (!known.isEmpty()) {
      showing.known(List.copyOf(known));
    }
  }
}
