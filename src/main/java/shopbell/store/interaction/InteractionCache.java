package shopbell.store.interaction;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Course;
import shopbell.model.IdReuse;

/**
 * The courses that were kept last, as a first guess at how an interaction stands; whoever writes on a wrong guess is told by
 * the store, and guesses again. Bounded; thread-safe.
 */
final class InteractionCache {
  private static final int MOST = 20_000;
  private static final Comparator<Course> NEWER = Comparator.<Course>comparingInt(
          course -> course.reuse().map(IdReuse::earlier).orElse(0))
      .thenComparingInt(Course::revision);

  private final Map<UUID, Course> last = new LinkedHashMap<>(1024, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, Course> eldest) {
      return size() > MOST;
    }
  };

  /** The newest contact of those whose sender's id is that of {@code first}. */
  synchronized Optional<Course> guess(UUID first) {
    return Optional.ofNullable(last.get(first));
  }

  /** An older one than is there is passed over. */
  synchronized void put(Course course) {
    last.merge(course.first(), course, (a, b) -> NEWER.compare(b, a) >= 0 ? b : a);
  }

  synchronized void forget(UUID first) {
    last.remove(first);
  }
}
