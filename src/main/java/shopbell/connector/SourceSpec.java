package shopbell.connector;

import java.util.List;

/**
 * How a system is asked about a customer, without a line of Java.
 *
 * @param authentication how a request proves who asks, unless the operator says otherwise
 * @param steps asked one after the other
 * @param map from the steps' answers to a list of {@code {type, data}} in the native vocabulary
 */
public record SourceSpec(Authentication authentication, List<RequestStep> steps, Expression map) {
  public SourceSpec {
    steps = List.copyOf(steps);
  }
}
