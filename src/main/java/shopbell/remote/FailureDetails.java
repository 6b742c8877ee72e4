package shopbell.remote;

import java.util.Optional;
import shopbell.connector.ConnectorError;

/**
 * What an operator needs to find the cause of a failure, besides its reason; never with what is personal.
 *
 * @param step the step of the connector's file, {@code map} for its map
 * @param what is wrong with an expression or with what it makes
 * @param line of the connector's file, from 1
 * @param column of the connector's file, from 1
 * @param received what was answered instead of something that can be used
 */
public record FailureDetails(
    Optional<String> step,
    Optional<String> what,
    Optional<Integer> line,
    Optional<Integer> column,
    Optional<ResponseSummary> received) {
  /** Nothing more than the reason is known. */
  public static final FailureDetails NONE = new FailureDetails(
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Of an expression that fails. */
  public static FailureDetails of(ConnectorError connectorError) {
    return new FailureDetails(
        Optional.empty(),
        Optional.of(connectorError.getMessage()),
        Optional.of(connectorError.line()),
        Optional.of(connectorError.column()),
        Optional.empty());
  }

  /** Of an answer that cannot be used. */
  public static FailureDetails of(ResponseSummary responseSummary) {
    return new FailureDetails(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(responseSummary));
  }

  /** Of something that says nothing sensible. */
  public static FailureDetails of(String what) {
    return new FailureDetails(
        Optional.empty(), Optional.of(what), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same as part of this step. */
  public FailureDetails in(String name) {
    return new FailureDetails(step.or(() -> Optional.of(name)), what, line, column, received);
  }

  /** In one line to be put behind the reason; empty when nothing more is known. */
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
