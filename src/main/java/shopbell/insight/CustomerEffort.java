package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import shopbell.insight.RecentActivity.RecentStep;
import shopbell.model.customer.ContactHistory.Contact;
import shopbell.model.customer.Effort;
import shopbell.model.customer.Effort.Spent;

/**
 * The attempts and minutes a customer has spent on getting something done.
 *
 * <p>An attempt is a contact the customer began, a ticket that was opened, or a step that failed or was abandoned.
 * Minutes are those of the contacts from the first ring to the end, waiting included, and of the visits with such a
 * step or with a search for help.
 */
public final class CustomerEffort {
  private static final Duration LONGEST = Duration.ofHours(4);

  private CustomerEffort() {}

  /** Of the last seven and thirty days. */
  public static Effort of(RecentActivity recentActivity) {
    return new Effort(
        spent(recentActivity, RecentActivity.LATELY), spent(recentActivity, RecentActivity.MONTH));
  }

  private static Spent spent(RecentActivity recentActivity, Duration window) {
    Instant from = recentActivity.now().minus(window);
    List<Contact> contacts =
        recentActivity.contacts().stream().filter(c -> c.at().isAfter(from)).toList();
    List<RecentStep> steps =
        recentActivity.steps().stream().filter(s -> s.at().isAfter(from)).toList();
    long tickets = recentActivity.tickets().stream()
        .filter(t -> t.openedAt().isAfter(from))
        .count();
    long tries =
        steps.stream().filter(recentStep -> tried(recentActivity, recentStep)).count();
    Duration talks =
        contacts.stream().map(CustomerEffort::length).reduce(Duration.ZERO, Duration::plus);
    Duration all = talks.plus(visits(recentActivity, steps));
    long minutes = all.plusSeconds(59).toMinutes();
    return new Spent((int) minutes, (int) (begun(contacts) + tickets + tries));
  }

  /** Contacts that did not start with a transfer. */
  private static long begun(List<Contact> contacts) {
    Set<UUID> all = contacts.stream().map(Contact::interaction).collect(Collectors.toSet());
    return contacts.stream()
        .filter(c -> c.parent().filter(all::contains).isEmpty())
        .count();
  }

  private static boolean tried(RecentActivity recentActivity, RecentStep recentStep) {
    return recentStep.act().hurts() || WebFriction.leftOpen(recentActivity, recentStep);
  }

  private static Duration length(Contact contact) {
    Duration length =
        contact.endedAt().map(end -> Duration.between(contact.at(), end)).orElse(Duration.ZERO);
    return length.isNegative() || length.compareTo(LONGEST) > 0 ? Duration.ZERO : length;
  }

  private static Duration visits(RecentActivity recentActivity, List<RecentStep> steps) {
    Map<String, List<RecentStep>> visits =
        steps.stream().collect(Collectors.groupingBy(RecentStep::visit));
    return visits.values().stream()
        .filter(visit ->
            visit.stream().anyMatch(s -> tried(recentActivity, s) || s.act() == StepMeaning.HELP))
        .map(CustomerEffort::span)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** From the first step to the last; a single step counts as a minute. */
  private static Duration span(List<RecentStep> visit) {
    Duration span =
        Duration.between(visit.get(visit.size() - 1).at(), visit.get(0).at());
    return span.isZero() ? Duration.ofMinutes(1) : span;
  }
}
