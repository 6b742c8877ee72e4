package shopbell.connector;

/** An error in an expression or a connector's file, with its place; never with the data it was given. */
public final class ConnectorError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /** At {@code offset} of {@code text}. */
  ConnectorError(String what, int offset, String text) {
    super(what, null, false, false);
    String before = text.substring(0, Math.max(0, Math.min(offset, text.length())));
    line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    column = before.length() - before.lastIndexOf('\n');
  }

  /** Both counted from 1. */
  ConnectorError(String what, int line, int column) {
    super(what, null, false, false);
    this.line = line;
    this.column = column;
  }

  /** From 1. */
  public int line() {
    return line;
  }

  /** From 1. */
  public int column() {
    return column;
  }

  /** The message with its place, in one line. */
  public String placed() {
    return "line " + line + ", column " + column + ": " + getMessage();
  }
}
