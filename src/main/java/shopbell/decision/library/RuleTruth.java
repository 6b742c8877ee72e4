package shopbell.decision.library;

import java.util.Collection;
import java.util.Map;

/** Whether the result of a rule means yes, as JSONata's {@code $boolean} has it. */
final class RuleTruth {
  private RuleTruth() {}

  /** Nothing, zero, and empty texts, objects and lists are no; a list is yes when one of its values is. */
  static boolean of(Object result) {
    if (result instanceof Boolean yes) {
      return yes;
    }
    if (result instanceof Number number) {
      return number.doubleValue() != 0;
    }
    if (result instanceof CharSequence text) {
      return !text.isEmpty();
    }
    if (result instanceof Collection<?> all) {
      return all.stream().anyMatch(RuleTruth::of);
    }
    return result instanceof Map<?, ?> map && !map.isEmpty();
  }
}
