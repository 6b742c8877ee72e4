package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shopbell.insight.RecentActivity.RecentStep;
import shopbell.model.Sentence;
import shopbell.model.Severity;
import shopbell.model.customer.ContactHistory.Contact;
import shopbell.model.customer.Tickets;
import shopbell.model.event.EndCause;

/** Friction in the customer's contacts with us. */
final class ContactFriction {
  private static final Duration SAME_QUESTION = Duration.ofDays(3);
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration VERY_LONG = Duration.ofMinutes(5);
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration WRITING = Duration.ofHours(1);
  private static final Duration AFTER_HELP = Duration.ofHours(2);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final Set<EndCause> NOBODY = Set.of(EndCause.ABANDONED, EndCause.MISSED);

  private ContactFriction() {}

  /** Two channels or more within three days; not when agents recorded different reasons. */
  static Optional<FrictionFinding> askedAgain(RecentActivity recentActivity) {
    Instant from = recentActivity.now().minus(SAME_QUESTION);
    Map<String, String> byChannel = new LinkedHashMap<>();
    recentActivity.calling().ifPresent(c -> byChannel.put(c.channel().toString(), ""));
    List<Contact> recent = recentActivity.contacts().stream()
        .filter(c -> c.at().isAfter(from) && !nobody(c))
        .toList();
    recent.forEach(
        c -> byChannel.putIfAbsent(c.channel().toString(), c.interaction().toString()));
    recentActivity.tickets().stream()
        .filter(t -> t.openedAt().isAfter(from) && !written(t, recent))
        .forEach((Tickets.Ticket t) -> byChannel.putIfAbsent("ticket", t.id().toString()));
    if (byChannel.size() < 2 || differ(recent)) {
      return Optional.empty();
    }
    List<Object> channels = new ArrayList<>();
    byChannel
        .keySet()
        .forEach(channel -> channels.add(Sentence.word("channel." + channel, channel)));
    Instant at = recentActivity
        .calling()
        .map(RecentActivity.Calling::at)
        .orElseGet(() -> last(recentActivity, recent));
    return Optional.of(new FrictionFinding(
        "asked-again",
        at,
        Severity.WARNING,
        byChannel.values().stream().filter(id -> !id.isEmpty()).toList(),
        List.<Object>of(channels)));
  }

  /** Opened in a contact or soon after: that is its outcome, not another question. */
  private static boolean written(Tickets.Ticket ticket, List<Contact> recent) {
    return recent.stream()
        .anyMatch(c -> !ticket.openedAt().isBefore(c.at())
            && ticket.openedAt().isBefore(c.endedAt().orElse(c.at()).plus(WRITING)));
  }

  private static Instant last(RecentActivity recentActivity, List<Contact> recent) {
    return recent.stream().map(Contact::at).findFirst().orElse(recentActivity.now());
  }

  private static boolean differ(List<Contact> recent) {
    long reasons = recent.stream().flatMap(c -> c.reason().stream()).distinct().count();
    return recent.size() > 1 && reasons == recent.size();
  }

  /** Two minutes or more until an agent answered, or until the customer gave up; five are worse. */
  static Optional<FrictionFinding> waited(RecentActivity recentActivity) {
    List<Contact> long2 = recentActivity.contacts().stream()
        .filter(c -> recentActivity.lately(c.at()) && waiting(c).compareTo(LONG) >= 0)
        .toList();
    Duration all =
        long2.stream().map(ContactFriction::waiting).reduce(Duration.ZERO, Duration::plus);
    return long2.stream()
        .findFirst()
        .map(c -> new FrictionFinding(
            "waited",
            c.at(),
            all.compareTo(VERY_LONG) >= 0 ? Severity.WARNING : Severity.INFO,
            ids(long2),
            List.of(all, long2.size())));
  }

  /** Zero where the sender did not say when it was answered. */
  static Duration waiting(Contact contact) {
    Optional<Instant> until =
        contact.answeredAt().or(() -> contact.endedAt().filter(x -> nobody(contact)));
    Duration wait = until.map(at -> Duration.between(contact.at(), at)).orElse(Duration.ZERO);
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait.isNegative() ? Duration.ZERO : wait;
  }

  /** Transferred; twice or more in a week is a warning. */
  static Optional<FrictionFinding> transferred(RecentActivity recentActivity) {
    List<Contact> handed = recentActivity.contacts().stream()
        .filter(c -> recentActivity.lately(c.at()) && c.transfers() > 0)
        .toList();
    int times = handed.stream().mapToInt(Contact::transfers).sum();
    return handed.stream()
        .findFirst()
        .map(c -> new FrictionFinding(
            "transferred",
            c.at(),
            times > 1 ? Severity.WARNING : Severity.INFO,
            ids(handed),
            List.of(times)));
  }

  /** Called within a day after something failed on the web, or within two hours after looking for help there. */
  static Optional<FrictionFinding> selfServiceFailed(RecentActivity recentActivity) {
    return begins(recentActivity)
        .flatMap(at -> recentActivity.steps().stream()
            .filter(recentStep -> failedBefore(recentActivity, recentStep, at))
            .findFirst()
            .map(recentStep -> new FrictionFinding(
                "self-service-failed",
                at,
                Severity.WARNING,
                List.of(recentStep.id()),
                List.of(
                    recentStep.names(),
                    recentStep.text(),
                    Duration.between(recentStep.at(), at)))));
  }

  private static boolean failedBefore(
      RecentActivity recentActivity, RecentStep recentStep, Instant at) {
    Duration before = Duration.between(recentStep.at(), at);
    boolean failed = recentStep.act().hurts() || WebFriction.leftOpen(recentActivity, recentStep);
    boolean soon = before.compareTo(failed ? DAY : AFTER_HELP) <= 0;
    return !before.isNegative() && soon && (failed || recentStep.act() == StepMeaning.HELP);
  }

  /** When the customer last contacted us: now, or the newest contact of the week. */
  private static Optional<Instant> begins(RecentActivity recentActivity) {
    return recentActivity
        .calling()
        .map(RecentActivity.Calling::at)
        .or(() -> recentActivity.contacts().stream()
            .map(Contact::at)
            .filter(recentActivity::lately)
            .findFirst());
  }

  /** The contact before this one ended unanswered, at most a day ago. */
  static Optional<FrictionFinding> calledAgain(RecentActivity recentActivity) {
    int skip = recentActivity.calling().isPresent() ? 0 : 1;
    return begins(recentActivity)
        .flatMap(at -> recentActivity.contacts().stream()
            .filter(c -> c.at().isBefore(at) || skip == 1)
            .skip(skip)
            .findFirst()
            .filter(c -> nobody(c) && !c.at().plus(DAY).isBefore(at))
            .map(c -> new FrictionFinding(
                "called-again",
                at,
                Severity.WARNING,
                List.of(c.interaction().toString()),
                List.of(Duration.between(c.at(), at), waiting(c)))));
  }

  static boolean nobody(Contact contact) {
    return contact.cause().filter(NOBODY::contains).isPresent();
  }

  private static List<String> ids(List<Contact> contacts) {
    return contacts.stream().map(c -> c.interaction().toString()).toList();
  }
}
