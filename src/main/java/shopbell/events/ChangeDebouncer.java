package shopbell.events;

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
public final class ChangeDebouncer {
  private static final long MOMENT_MILLIS = 250;

  private final Vertx vertx;
  private final ChangePublisher changePublisher;
  private Set<UUID> customers = new LinkedHashSet<>();
  private Set<Handle> handles = new LinkedHashSet<>();
  private boolean waiting;

  public ChangeDebouncer(Vertx vertx, ChangePublisher changePublisher) {
    this.vertx = vertx;
    this.changePublisher = changePublisher;
  }

  /** Publishes the change of these customers and handles within 250 ms, together with others. */
  public synchronized void of(Set<UUID> changed, List<Handle> known) {
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
    changePublisher.changed(changed);
    if (!known.isEmpty()) {
      changePublisher.known(List.copyOf(known));
    }
  }
}
