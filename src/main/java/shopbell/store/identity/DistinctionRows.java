package shopbell.store.identity;

import io.vertx.sqlclient.Row;
import java.util.Optional;
import shopbell.model.customer.CustomerDistinction;
import shopbell.store.sql.Columns;

/** Rows of the function {@code distinction}: details that tell customers of one name apart. */
public final class DistinctionRows {
  private DistinctionRows() {}

  /** Reads the columns {@code town}, {@code company}, {@code last_order} and {@code last_contact}; each may be null. */
  public static CustomerDistinction distinction(Row row) {
    return new CustomerDistinction(
        Optional.ofNullable(row.getString("town")),
        Optional.ofNullable(row.getString("company")),
        Columns.instant(row, "last_order"),
        Columns.instant(row, "last_contact"));
  }
}
