package shopbell.remote;

import java.util.Optional;
import shopbell.connector.ConnectorError;

/**
 * Details for the operator to find the cause of a failure, besides its reason; never with personal data.
 *
 * @param step the step of the connector's file, {@code map} for its map
 * @param what is wrong with an expression or its result
 * @param line of the connector's file, from 1
 * @param column of the connector's file, from 1
 * @param received the response that could not be used
 */
public record FailureDetails(
    Optional<String> step,
    Optional<String> what,
    Optional<Integer> line,
    Optional<Integer> column,
    Optional<ResponseSummary> received) {
  /** No details beyond the reason. */
  public static final FailureDetails NONE = new FailureDetails(
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Of a failed expression. */
  public static FailureDetails of(ConnectorError connectorError) {
    return new FailureDetails(
        Optional.empty(),
        Optional.of(connectorError.getMessage()),
        Optional.of(connectorError.line()),
        Optional.of(connectorError.column()),
        Optional.empty());
  }

  /** Of an unusable response. */
  public static FailureDetails of(ResponseSummary responseSummary) {
    return new FailureDetails(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(responseSummary));
  }

  /** Of an invalid value. */
  public static FailureDetails of(String what) {
    return new FailureDetails(
        Optional.empty(), Optional.of(what), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A copy with this step. */
  public FailureDetails in(String name) {
    return new FailureDetails(step.or(() -> Optional.of(name)), what, line, column, received);
  }

  /** One line to append to the reason; empty without details. */
  public String said() {
    StringBuilder line = new StringBuilder();
    step.ifPresent(name -> line.append(", at ").append(name));
    what.ifPresent(text -> line.append(": ")
        .append(this.line
            .map(l -> "line " + l + ", column " + column.orElse(1) + ": ")
            .orElse(""))
        .append(text));
    received.ifPresent(one -> line.append(": status ")
        .append(one.status())
        .append(one.type().isEmpty() ? "" : ", " + one.type())
        .append(one.beginning().isEmpty() ? ", empty" : ", " + one.beginning()));
    return line.toString();
  }
}
