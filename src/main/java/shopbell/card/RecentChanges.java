package shopbell.card;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import shopbell.model.Handle;

/** The last 1,000 changes, by which a lookup finds out whether it has to be repeated. Thread-safe. */
final class RecentChanges {
  private static final int MOST = 1_000;

  /** A change of these customers, of the owner of these handles, or of all. */
  private record Change(Set<UUID> customers, List<Handle> handles, boolean any) {}

  private final Deque<Change> last = new ArrayDeque<>();
  private long forgotten;

  /** The number of changes so far, for {@link #since}. */
  synchronized long now() {
    return forgotten + last.size();
  }

  /** Adds a change of these customers. */
  void of(Collection<UUID> customers) {
    add(new Change(Set.copyOf(customers), List.of(), false));
  }

  /** Adds that these handles belong to a customer now. */
  void by(List<Handle> handles) {
    add(new Change(Set.of(), List.copyOf(handles), false));
  }

  /** Adds a change that may affect every card. */
  void ofAll() {
    add(new Change(Set.of(), List.of(), true));
  }

  private synchronized void add(Change change) {
    last.add(change);
    if (last.size() > MOST) {
      last.remove();
      forgotten++;
    }
  }

  /** Whether a change since {@code then} affects, or may affect, one of these customers or handles. */
  synchronized boolean since(long then, Set<UUID> customers, List<Handle> handles) {
    Predicate<Change> concerns = change -> change.any()
        || change.customers().stream().anyMatch(customers::contains)
        || change.handles().stream().anyMatch(h -> handles.stream().anyMatch(h::sameAs));
    return then < forgotten || last.stream().skip(then - forgotten).anyMatch(concerns);
  }
}
