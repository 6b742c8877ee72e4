package shopbell.insight;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import shopbell.insight.Trail.Step;
import shopbell.model.History.Contact;
import shopbell.model.Journey;
import shopbell.model.Severity;

/** Why they would call: something they have tried, looked up or told us already. */
final class TriedClues {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration LOOKED_UP = Duration.ofDays(2);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration UNRESOLVED_FOR = Duration.ofDays(14);
  private static final int OFTEN = 3;
  private static final Set<String> UNRESOLVED =
      Set.of("unresolved", "callback", "escalated", "follow-up");

  private TriedClues() {}

  static Optional<Clue> checkoutAbandoned(Look look) {
    return step(look, DAY, step -> step.act() == Act.ABANDON)
        .map(step -> Clue.of(
            Stated.CHECKOUT_ABANDONED,
            Severity.WARNING,
            look.since(step.at()),
            step.text().isEmpty() ? step.names() : step.text()));
  }

  static Optional<Clue> checkoutWeek(Look look) {
    return checkoutAbandoned(look).isPresent()
        ? Optional.empty()
        : step(look, WEEK, step -> step.act() == Act.ABANDON)
            .map(step -> Clue.of(
                    Stated.CHECKOUT_WEEK,
                    Severity.INFO,
                    look.since(step.at()),
                    step.text().isEmpty() ? step.names() : step.text())
                .as("checkout-abandoned"));
  }

  static Optional<Clue> pageError(Look look) {
    return step(look, DAY, step -> step.act() == Act.ERROR)
        .map(step ->
            Clue.of(Stated.PAGE_ERROR, Severity.WARNING, look.since(step.at()), step.names()));
  }

  /** Three payments or more that failed within the last hour: whoever calls now calls about them. */
  static Optional<Clue> paymentFailed(Look look) {
    List<Step> failed = look.trail().steps().stream()
        .filter(step -> step.act() == Act.ERROR && step.name().startsWith("payment"))
        .filter(step -> look.within(HOUR, step.at()))
        .toList();
    return failed.size() < OFTEN
        ? Optional.empty()
        : Optional.of(Clue.of(
                Stated.PAGE_ERROR,
                Severity.CRITICAL,
                failed.size(),
                look.since(failed.get(0).at()))
            .as("payment-failed"));
  }

  private static Optional<Step> step(Look look, Duration span, Predicate<Step> which) {
    return look.trail().steps().stream()
        .filter(step -> look.within(span, step.at()))
        .filter(which)
        .findFirst();
  }

  static Optional<Clue> aboutReturn(Look look) {
    return about(look, Stated.ABOUT_RETURN);
  }

  static Optional<Clue> aboutInvoice(Look look) {
    return about(look, Stated.ABOUT_INVOICE);
  }

  static Optional<Clue> aboutDelivery(Look look) {
    return about(look, Stated.ABOUT_DELIVERY);
  }

  /** Read about it in the last two days, by what the catalogue says the step is about. */
  private static Optional<Clue> about(Look look, Stated stated) {
    return look.summary().journey().stream()
        .filter(item -> item.kind().equals("touchpoint") && look.within(LOOKED_UP, item.at()))
        .filter(item ->
            look.catalogue().about(item.name()).filter(stated.topic()::equals).isPresent())
        .findFirst()
        .map((Journey.Item item) -> Clue.of(
                stated,
                Severity.INFO,
                look.catalogue().names(item.name()),
                look.since(item.at()),
                item.text())
            .as("looked-up"));
  }

  static Optional<Clue> contactUnresolved(Look look) {
    return contacts(look).stream()
        .findFirst()
        .filter(c -> c.disposition().filter(UNRESOLVED::contains).isPresent())
        .filter(c -> look.within(UNRESOLVED_FOR, c.at()))
        .map(c -> Clue.of(
            Stated.CONTACT_UNRESOLVED,
            Severity.WARNING,
            look.since(c.at()),
            c.note().orElse("")));
  }

  static Optional<Clue> contactRepeated(Look look) {
    long week = week(look);
    return week < OFTEN
        ? Optional.empty()
        : Optional.of(Clue.of(Stated.CONTACT_REPEATED, Severity.WARNING, week));
  }

  static Optional<Clue> contactWeek(Look look) {
    long week = week(look);
    return week == 0 || week >= OFTEN
        ? Optional.empty()
        : Optional.of(Clue.of(Stated.CONTACT_WEEK, Severity.INFO, week).as("contact-recent"));
  }

  private static long week(Look look) {
    return contacts(look).stream().filter(c -> look.within(WEEK, c.at())).count();
  }

  static Optional<Clue> callAbandoned(Look look) {
    return contacts(look).stream()
        .findFirst()
        .filter(c -> TalkFriction.nobody(c) && look.within(DAY, c.at()))
        .map(c -> Clue.of(Stated.CALL_ABANDONED, Severity.WARNING, look.since(c.at())));
  }

  private static List<Contact> contacts(Look look) {
    return look.summary().history().items().stream().filter(Contact::over).toList();
  }
}
