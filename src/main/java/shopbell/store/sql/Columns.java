package shopbell.store.sql;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/** Converts values of the model to column values. */
public final class Columns {
  private Columns() {}

  /** A {@code timestamptz} value. */
  public static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** A {@code timestamptz} value, or SQL's null. */
  public static OffsetDateTime utc(Optional<Instant> at) {
    return at.map(Columns::utc).orElse(null);
  }

  /** A {@code timestamptz[]} value. */
  public static OffsetDateTime[] utc(Stream<Instant> all) {
    return all.map(Columns::utc).toArray(OffsetDateTime[]::new);
  }

  /** The column's value; empty for SQL's null. */
  public static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }
}
