package shopbell.store;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/** How values of the model stand in columns. */
final class Columns {
  private Columns() {}

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static OffsetDateTime utc(Optional<Instant> at) {
    return at.map(Columns::utc).orElse(null);
  }

  static OffsetDateTime[] utc(Stream<Instant> all) {
    return all.map(Columns::utc).toArray(OffsetDateTime[]::new);
  }

  static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }
}
