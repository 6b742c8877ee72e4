package shopbell.insight;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import shopbell.prediction.reason.ReasonModel;

/**
 * The stated probabilities before any agent has recorded a reason: alone, a signal makes its topic about as probable as
 * its weight. Each has the rule that finds it.
 *
 * <p>The weights are our own estimates, defined here and in docs/reasons.md and nowhere else.
 */
public enum SignalPriors {
  PROMISE_BROKEN("promise-broken", "promise", 0.9, CommitmentSignals::promiseBroken),
  PROMISE_DUE("promise-due", "promise", 0.6, CommitmentSignals::promiseDue),
  TICKET_CRITICAL("ticket-critical", "ticket", 0.8, CommitmentSignals::ticketCritical),
  TICKET_OPEN("ticket-open", "ticket", 0.4, CommitmentSignals::ticketOpen),
  PARCEL_FAILED("parcel-failed", "delivery", 0.75, CommitmentSignals::parcelFailed),
  PARCEL_LATE("parcel-late", "delivery", 0.6, CommitmentSignals::parcelLate),
  PARCEL_MOVING("parcel-moving", "delivery", 0.25, CommitmentSignals::parcelMoving),
  ABOUT_DELIVERY("about-delivery", "delivery", 0.4, SelfServiceSignals::aboutDelivery),
  PARCEL_THERE("parcel-there", "return", 0.15, CommitmentSignals::parcelThere),
  ABOUT_RETURN("about-return", "return", 0.4, SelfServiceSignals::aboutReturn),
  REFUND_EXPECTED("refund-expected", "return", 0.3, CommitmentSignals::refundExpected),
  ORDER_FRESH("order-fresh", "order", 0.25, CommitmentSignals::orderFresh),
  CHECKOUT_HOUR("checkout-hour", "checkout", 0.85, SelfServiceSignals::checkoutHour),
  CHECKOUT_ABANDONED("checkout-abandoned", "checkout", 0.65, SelfServiceSignals::checkoutAbandoned),
  CHECKOUT_WEEK("checkout-week", "checkout", 0.2, SelfServiceSignals::checkoutWeek),
  PAYMENT_FAILED("payment-failed", "checkout", 0.9, SelfServiceSignals::paymentFailed),
  PAGE_ERROR("page-error", "checkout", 0.5, SelfServiceSignals::pageError),
  ABOUT_INVOICE("about-invoice", "invoice", 0.4, SelfServiceSignals::aboutInvoice),
  CONTACT_UNRESOLVED("contact-unresolved", "follow-up", 0.5, SelfServiceSignals::contactUnresolved),
  CONTACT_REPEATED("contact-repeated", "follow-up", 0.45, SelfServiceSignals::contactRepeated),
  CALL_ABANDONED("call-abandoned", "follow-up", 0.5, SelfServiceSignals::callAbandoned),
  CONTACT_WEEK("contact-week", "follow-up", 0.2, SelfServiceSignals::contactWeek);

  /** The reasons that agents choose from at wrap-up when their queue has no list of its own. */
  static final List<String> TOPICS = List.of(
      "promise",
      "ticket",
      "delivery",
      "return",
      "order",
      "checkout",
      "invoice",
      "follow-up",
      "advice",
      "other");

  /** "Other", which no signal announces, is the most frequent topic; advice comes close to it. */
  private static final Map<String, Double> FREQUENT = Map.of("other", 2.5, "advice", 2.0);

  /** Of all weights: some ten contacts with a feature move its weight by one. */
  private static final double PRECISION = 1;

  private final String signal;
  private final String topic;
  private final double weight;

  /** A reference to a method without state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<RuleInput, Optional<ReasonSignal>> rule;

  SignalPriors(
      String signal,
      String topic,
      double weight,
      Function<RuleInput, Optional<ReasonSignal>> rule) {
    this.signal = signal;
    this.topic = topic;
    this.weight = weight;
    this.rule = rule;
  }

  /** All signals with evidence in these facts; of two of a topic that are equally strong, the first is shown. */
  static List<ReasonSignal> found(RuleInput ruleInput) {
    return Arrays.stream(values())
        .flatMap(signalPriors -> signalPriors.rule.apply(ruleInput).stream())
        .toList();
  }

  /** Its name in the contract. */
  public String signal() {
    return signal;
  }

  /** The contact reason that it points to. */
  public String topic() {
    return topic;
  }

  /** The probability of the reason with the signal alone, 0 to 1. */
  public double weight() {
    return weight;
  }

  /** The model before any contact; {@code more} are reasons without signals, as frequent as a usual one. */
  static ReasonModel model(Collection<String> more) {
    Map<String, Double> shares = new TreeMap<>();
    more.forEach(topic -> shares.put(topic, 1.0));
    TOPICS.forEach(topic -> shares.put(topic, FREQUENT.getOrDefault(topic, 1.0)));
    double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Map<String, Double>> stated = new TreeMap<>();
    shares.forEach((topic, share) -> {
      Map<String, Double> weights = new TreeMap<>();
      weights.put(ReasonModel.BASE_RATE, Math.log(share / all));
      weights.put(ReasonFeatures.OWN + topic, 1.0);
      stated.put(topic, weights);
    });
    for (SignalPriors prior : values()) {
      double alone = Math.log(prior.weight / (1 - prior.weight));
      double share = shares.get(prior.topic) / all;
      stated.get(prior.topic).put(prior.signal, alone - Math.log(share / (1 - share)));
    }
    return ReasonModel.stated(stated, PRECISION);
  }
}
