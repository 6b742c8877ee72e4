package shopbell.mapping;

/** What is wrong with an expression, and where; never with the data it was given. */
public final class Mistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  Mistake(String what, int offset, String text) {
    super(what, null, false, false);
    String before = text.substring(0, Math.max(0, Math.min(offset, text.length())));
    line = (int) before.lines().count() + (before.isEmpty() || before.endsWith("\n") ? 1 : 0);
    column = before.length() - before.lastIndexOf('\n');
  }

  /** From 1. */
  public int line() {
    return line;
  }

  /** From 1. */
  public int column() {
    return column;
  }
}
