package shopbell.insight;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import shopbell.prediction.NaiveBayes;

/**
 * The stated probabilities before any agent has recorded a reason: alone, a signal makes its topic about as probable as
 * its weight. Each has the rule that finds it.
 *
 * <p>The weights are our own estimates, defined here and in docs/journey.md and nowhere else.
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
  CHECKOUT_ABANDONED("checkout-abandoned", "checkout", 0.65, SelfServiceSignals::checkoutAbandoned),
  CHECKOUT_WEEK("checkout-week", "checkout", 0.2, SelfServiceSignals::checkoutWeek),
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

  /** Half of a topic's contacts are announced by one of its signals. */
  private static final double ANNOUNCED = 0.5;

  private static final double STRENGTH = 10;
  private static final double ELSEWHERE = 0.1;

  private final String signal;
  private final String topic;
  private final double weight;
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

  /** In nats: the logarithm of how much likelier the reason is with the signal. */
  public double weight() {
    return weight;
  }

  /** The priors of the model; ten contacts of each topic outweigh them. */
  static NaiveBayes.Priors priors() {
    Map<String, Double> shares = TOPICS.stream()
        .collect(Collectors.toMap(Function.identity(), t -> FREQUENT.getOrDefault(t, 1.0)));
    double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Map<String, Double>> given = new HashMap<>();
    for (SignalPriors signalPriors : values()) {
      double odds = shares.get(signalPriors.topic) / (all - shares.get(signalPriors.topic));
      double there = ANNOUNCED * signalPriors.weight / together(signalPriors.topic);
      double elsewhere = there * odds * (1 - signalPriors.weight) / signalPriors.weight;
      for (String topic : TOPICS) {
        given
            .computeIfAbsent(topic, t -> new HashMap<>())
            .put(signalPriors.signal, topic.equals(signalPriors.topic) ? there : elsewhere);
      }
    }
    return new NaiveBayes.Priors(STRENGTH, ELSEWHERE, shares, given);
  }

  private static double together(String topic) {
    return Arrays.stream(values())
        .filter(signalPriors -> signalPriors.topic.equals(topic))
        .mapToDouble(SignalPriors::weight)
        .sum();
  }
}
