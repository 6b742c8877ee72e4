package shopbell.card;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import shopbell.model.Handle;

/** What has changed lately, so that whoever was reading meanwhile knows whether to read again. Bounded; thread-safe. */
final class RecentChanges {
  private static final int MOST = 1_000;

  /** One of them: of these customers, of whoever uses these handles, or of anybody. */
  private record Change(Set<UUID> customers, List<Handle> handles, boolean any) {}

  private final Deque<Change> last = new ArrayDeque<>();
  private long forgotten;

  /** How many there have been, from which {@link #since} counts. */
  synchronized long now() {
    return forgotten + last.size();
  }

  /** Something about these customers. */
  void of(Collection<UUID> customers) {
    add(new Change(Set.copyOf(customers), List.of(), false));
  }

  /** Somebody is known by these handles now. */
  void by(List<Handle> handles) {
    add(new Change(Set.of(), List.copyOf(handles), false));
  }

  /** Something that may concern every card. */
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

  /** Whether anything since {@code then} concerns one of these customers or handles, or may do so. */
  synchronized boolean since(long then, Set<UUID> customers, List<Handle> handles) {
    Predicate<Change> concerns = change -> change.any()
        || change.customers().stream().anyMatch(customers::contains)
        || change.handles().stream().anyMatch(h -> handles.stream().anyMatch(h::sameAs));
    return then < forgotten || last.stream().skip(then - forgotten).anyMatch(concerns);
  }
}
