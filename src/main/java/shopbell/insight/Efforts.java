package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import shopbell.insight.Trail.Step;
import shopbell.model.Effort;
import shopbell.model.Effort.Spent;
import shopbell.model.History.Contact;

/**
 * What a customer has spent on getting something done.
 *
 * <p>An attempt is a contact the customer began, a ticket that was opened, or a step that failed or was left. Minutes are
 * those of the contacts from the first ring to the end, waiting included, and of the visits with such a step or in which
 * help was sought.
 */
public final class Efforts {
  private static final Duration LONGEST = Duration.ofHours(4);

  private Efforts() {}

  /** Of the last seven and thirty days. */
  static Effort of(Trail trail) {
    return new Effort(spent(trail, Trail.LATELY), spent(trail, Trail.MONTH));
  }

  private static Spent spent(Trail trail, Duration window) {
    Instant from = trail.now().minus(window);
    List<Contact> contacts =
        trail.contacts().stream().filter(c -> c.at().isAfter(from)).toList();
    List<Step> steps = trail.steps().stream().filter(s -> s.at().isAfter(from)).toList();
    long tickets =
        trail.tickets().stream().filter(t -> t.openedAt().isAfter(from)).count();
    long tries = steps.stream().filter(step -> tried(trail, step)).count();
    Duration talks = contacts.stream().map(Efforts::length).reduce(Duration.ZERO, Duration::plus);
    Duration all = talks.plus(visits(trail, steps));
    long minutes = all.plusSeconds(59).toMinutes();
    return new Spent((int) minutes, (int) (begun(contacts) + tickets + tries));
  }

  /** Those to which the customer was not handed on from another. */
  private static long begun(List<Contact> contacts) {
    Set<UUID> all = contacts.stream().map(Contact::interaction).collect(Collectors.toSet());
    return contacts.stream()
        .filter(c -> c.parent().filter(all::contains).isEmpty())
        .count();
  }

  private static boolean tried(Trail trail, Step step) {
    return step.act().hurts() || WebFriction.leftOpen(trail, step);
  }

  private static Duration length(Contact contact) {
    Duration length =
        contact.endedAt().map(end -> Duration.between(contact.at(), end)).orElse(Duration.ZERO);
    return length.isNegative() || length.compareTo(LONGEST) > 0 ? Duration.ZERO : length;
  }

  private static Duration visits(Trail trail, List<Step> steps) {
    Map<String, List<Step>> visits = steps.stream().collect(Collectors.groupingBy(Step::visit));
    return visits.values().stream()
        .filter(visit -> visit.stream().anyMatch(s -> tried(trail, s) || s.act() == Act.HELP))
        .map(Efforts::span)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** From the first step to the last; one step alone is a minute. */
  private static Duration span(List<Step> visit) {
    Duration span =
        Duration.between(visit.get(visit.size() - 1).at(), visit.get(0).at());
    return span.isZero() ? Duration.ofMinutes(1) : span;
  }
}
