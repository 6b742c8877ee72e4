package shopbell.insight;

import java.util.List;
import shopbell.model.Severity;

/**
 * An event that makes a contact likely.
 *
 * @param signal its name in the learned model
 * @param kind its name for the screen
 * @param topic the contact reason it points to
 * @param weight the probability a rule states before anything was learned
 * @param facts the values of the evidence's sentence
 */
public record ReasonSignal(
    String signal,
    String kind,
    String topic,
    double weight,
    Severity severity,
    List<Object> facts) {
  public ReasonSignal {
    facts = List.copyOf(facts);
  }

  /** One whose signal is its kind. */
  static ReasonSignal of(SignalPriors signalPriors, Severity severity, Object... facts) {
    return new ReasonSignal(
        signalPriors.signal(),
        signalPriors.signal(),
        signalPriors.topic(),
        signalPriors.weight(),
        severity,
        List.of(facts));
  }

  /** A copy with the name {@code shown} on the screen. */
  ReasonSignal as(String shown) {
    return new ReasonSignal(signal, shown, topic, weight, severity, facts);
  }
}
