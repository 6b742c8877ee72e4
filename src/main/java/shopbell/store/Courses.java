package shopbell.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Course;

/**
 * The courses that were kept last, as a first guess at how an interaction stands; whoever writes on a wrong guess is told by
 * the store, and guesses again. Bounded; thread-safe.
 */
final class Courses {
  private static final int MOST = 20_000;

  private final Map<UUID, Course> last = new LinkedHashMap<>(1024, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, Course> eldest) {
      return size() > MOST;
    }
  };

  synchronized Optional<Course> guess(UUID interaction) {
    return Optional.ofNullable(last.get(interaction));
  }

  /** An older one than is there is passed over. */
  synchronized void put(Course course) {
    last.merge(course.interaction().id(), course, (a, b) -> b.revision() >= a.revision() ? b : a);
  }

  synchronized void forget(UUID interaction) {
    last.remove(interaction);
  }
}
