package shopbell;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import shopbell.model.Course;

/** Every interaction that is not over, whether somebody sees it or not. Thread-safe. */
final class OpenContacts {
  private final Map<UUID, OpenContact> open = new ConcurrentHashMap<>();

  /** An older revision than is there is passed over. */
  void take(OpenContact newer) {
    open.merge(newer.course().interaction().id(), newer, OpenContact::after);
  }

  Optional<OpenContact> find(UUID interaction) {
    return Optional.ofNullable(open.get(interaction));
  }

  Optional<Course> course(UUID interaction) {
    return find(interaction).map(OpenContact::course);
  }

  /** Passes when it is not there any more. */
  void update(UUID interaction, UnaryOperator<OpenContact> change) {
    open.computeIfPresent(interaction, (id, contact) -> change.apply(contact));
  }

  void forget(UUID interaction) {
    open.remove(interaction);
  }

  Set<UUID> all() {
    return Set.copyOf(open.keySet());
  }

  /** Those whose end has got lost. */
  List<UUID> forgotten(Instant now) {
    return those(contact -> contact.forgotten(now));
  }

  List<UUID> those(Predicate<OpenContact> fit) {
    return open.entrySet().stream()
        .filter(entry -> fit.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
