package shopbell.connector;

import java.util.List;

/**
 * How a system is queried about a customer, without a line of Java.
 *
 * @param authentication how a request is authenticated, unless the operator configures otherwise
 * @param steps sent one after the other
 * @param map from the steps' responses to a list of {@code {type, data}} in the native vocabulary
 */
public record SourceSpec(Authentication authentication, List<RequestStep> steps, Expression map) {
  public SourceSpec {
    steps = List.copyOf(steps);
  }
}
