package shopbell.insight;

import java.util.List;
import shopbell.model.Severity;

/**
 * Something that makes a customer call.
 *
 * @param signal its name for what is learned
 * @param kind its name for the screen
 * @param topic what the call would be about then
 * @param weight the probability a rule states before anything has been learned
 * @param facts the values of the evidence's sentence
 */
record Clue(
    String signal,
    String kind,
    String topic,
    double weight,
    Severity severity,
    List<Object> facts) {
  Clue {
    facts = List.copyOf(facts);
  }

  /** One whose signal is its kind. */
  static Clue of(Stated stated, Severity severity, Object... facts) {
    return new Clue(
        stated.signal(),
        stated.signal(),
        stated.topic(),
        stated.weight(),
        severity,
        List.of(facts));
  }

  /** The same under the name {@code shown} on the screen. */
  Clue as(String shown) {
    return new Clue(signal, shown, topic, weight, severity, facts);
  }
}
