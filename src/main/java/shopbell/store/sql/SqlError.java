package shopbell.store.sql;

/** The database refuses a statement: our mistake. The message has no value in it, so that it can be logged. */
final class SqlError extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String sqlState;

  SqlError(String sqlState, String constraint) {
    super("SQLSTATE " + sqlState + " " + constraint);
    this.sqlState = sqlState;
  }

  /** Whether two transactions were in each other's way (class 40), and the same again may well succeed. */
  boolean passing() {
    return sqlState.startsWith("40");
  }
}
