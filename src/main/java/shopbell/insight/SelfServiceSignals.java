package shopbell.insight;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import shopbell.insight.RecentActivity.RecentStep;
import shopbell.model.Severity;
import shopbell.model.customer.ContactHistory.Contact;
import shopbell.model.customer.Journey;

/** Likely contact reasons from the web: something the customer tried, looked up or told us already. */
final class SelfServiceSignals {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration LOOKED_UP = Duration.ofDays(2);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration UNRESOLVED_FOR = Duration.ofDays(14);
  private static final int OFTEN = 3;
  private static final Set<String> UNRESOLVED =
      Set.of("unresolved", "callback", "escalated", "follow-up");

  private SelfServiceSignals() {}

  static Optional<ReasonSignal> checkoutHour(RuleInput ruleInput) {
    return brokenOff(ruleInput, HOUR)
        .map(recentStep ->
            abandoned(ruleInput, recentStep, SignalPriors.CHECKOUT_HOUR, Severity.WARNING));
  }

  static Optional<ReasonSignal> checkoutAbandoned(RuleInput ruleInput) {
    return brokenOff(ruleInput, HOUR).isPresent()
        ? Optional.empty()
        : brokenOff(ruleInput, DAY)
            .map(recentStep -> abandoned(
                ruleInput, recentStep, SignalPriors.CHECKOUT_ABANDONED, Severity.WARNING));
  }

  static Optional<ReasonSignal> checkoutWeek(RuleInput ruleInput) {
    return brokenOff(ruleInput, DAY).isPresent()
        ? Optional.empty()
        : brokenOff(ruleInput, WEEK)
            .map(recentStep ->
                abandoned(ruleInput, recentStep, SignalPriors.CHECKOUT_WEEK, Severity.INFO));
  }

  private static Optional<RecentStep> brokenOff(RuleInput ruleInput, Duration span) {
    return step(ruleInput, span, recentStep -> recentStep.act() == StepMeaning.ABANDON);
  }

  private static ReasonSignal abandoned(
      RuleInput ruleInput, RecentStep recentStep, SignalPriors prior, Severity severity) {
    return ReasonSignal.of(
            prior,
            severity,
            ruleInput.since(recentStep.at()),
            recentStep.text().isEmpty() ? recentStep.names() : recentStep.text())
        .as("checkout-abandoned");
  }

  /** Payments that failed count for more than another error. */
  static Optional<ReasonSignal> pageError(RuleInput ruleInput) {
    return paymentFailed(ruleInput).isPresent()
        ? Optional.empty()
        : step(ruleInput, DAY, recentStep -> recentStep.act() == StepMeaning.ERROR)
            .map(recentStep -> ReasonSignal.of(
                SignalPriors.PAGE_ERROR,
                Severity.WARNING,
                ruleInput.since(recentStep.at()),
                recentStep.names()));
  }

  /** Three payments or more that failed within the last hour. */
  static Optional<ReasonSignal> paymentFailed(RuleInput ruleInput) {
    List<RecentStep> failed = ruleInput.trail().steps().stream()
        .filter(recentStep ->
            recentStep.act() == StepMeaning.ERROR && recentStep.name().startsWith("payment"))
        .filter(recentStep -> ruleInput.within(HOUR, recentStep.at()))
        .toList();
    return failed.size() < OFTEN
        ? Optional.empty()
        : Optional.of(ReasonSignal.of(
            SignalPriors.PAYMENT_FAILED,
            Severity.CRITICAL,
            failed.size(),
            ruleInput.since(failed.get(0).at())));
  }

  private static Optional<RecentStep> step(
      RuleInput ruleInput, Duration span, Predicate<RecentStep> which) {
    return ruleInput.trail().steps().stream()
        .filter(recentStep -> ruleInput.within(span, recentStep.at()))
        .filter(which)
        .findFirst();
  }

  static Optional<ReasonSignal> aboutReturn(RuleInput ruleInput) {
    return about(ruleInput, SignalPriors.ABOUT_RETURN);
  }

  static Optional<ReasonSignal> aboutInvoice(RuleInput ruleInput) {
    return about(ruleInput, SignalPriors.ABOUT_INVOICE);
  }

  static Optional<ReasonSignal> aboutDelivery(RuleInput ruleInput) {
    return about(ruleInput, SignalPriors.ABOUT_DELIVERY);
  }

  /** Read about it in the last two days; the catalogue has each step's topic. */
  private static Optional<ReasonSignal> about(RuleInput ruleInput, SignalPriors signalPriors) {
    return ruleInput.summary().journey().stream()
        .filter(item -> item.kind().equals("touchpoint") && ruleInput.within(LOOKED_UP, item.at()))
        .filter(item -> ruleInput
            .catalogue()
            .about(item.name())
            .filter(signalPriors.topic()::equals)
            .isPresent())
        .findFirst()
        .map((Journey.Item item) -> ReasonSignal.of(
                signalPriors,
                Severity.INFO,
                ruleInput.catalogue().names(item.name()),
                ruleInput.since(item.at()),
                item.text())
            .as("looked-up"));
  }

  static Optional<ReasonSignal> contactUnresolved(RuleInput ruleInput) {
    return contacts(ruleInput).stream()
        .findFirst()
        .filter(c -> c.disposition().filter(UNRESOLVED::contains).isPresent())
        .filter(c -> ruleInput.within(UNRESOLVED_FOR, c.at()))
        .map(c -> ReasonSignal.of(
            SignalPriors.CONTACT_UNRESOLVED,
            Severity.WARNING,
            ruleInput.since(c.at()),
            c.note().orElse("")));
  }

  static Optional<ReasonSignal> contactRepeated(RuleInput ruleInput) {
    long week = week(ruleInput);
    return week < OFTEN
        ? Optional.empty()
        : Optional.of(ReasonSignal.of(SignalPriors.CONTACT_REPEATED, Severity.WARNING, week));
  }

  static Optional<ReasonSignal> contactWeek(RuleInput ruleInput) {
    long week = week(ruleInput);
    return week == 0 || week >= OFTEN
        ? Optional.empty()
        : Optional.of(
            ReasonSignal.of(SignalPriors.CONTACT_WEEK, Severity.INFO, week).as("contact-recent"));
  }

  private static long week(RuleInput ruleInput) {
    return contacts(ruleInput).stream()
        .filter(c -> ruleInput.within(WEEK, c.at()))
        .count();
  }

  static Optional<ReasonSignal> callAbandoned(RuleInput ruleInput) {
    return contacts(ruleInput).stream()
        .findFirst()
        .filter(c -> ContactFriction.nobody(c) && ruleInput.within(DAY, c.at()))
        .map(c -> ReasonSignal.of(
            SignalPriors.CALL_ABANDONED, Severity.WARNING, ruleInput.since(c.at())));
  }

  private static List<Contact> contacts(RuleInput ruleInput) {
    return ruleInput.summary().history().items().stream().filter(Contact::over).toList();
  }
}
