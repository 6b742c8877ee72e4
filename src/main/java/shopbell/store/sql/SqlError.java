package shopbell.store.sql;

/** The database refused a statement: a bug of ours. The message contains no values, so that it can be logged. */
final class SqlError extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String sqlState;

  SqlError(String sqlState, String constraint) {
    super("SQLSTATE " + sqlState + " " + constraint);
    this.sqlState = sqlState;
  }

  /** Whether two transactions conflicted (class 40), so that a retry may well succeed. */
  boolean passing() {
    return sqlState.startsWith("40");
  }
}
