package shopbell.store;

import static shopbell.store.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.UUID;
import shopbell.context.Summaries;
import shopbell.model.Consents;
import shopbell.model.Rejected;
import shopbell.model.Summary;
import shopbell.wire.Json;

/** A summary as one statement that answers one JSON document, its keys those of {@link Summary}. */
public final class PgSummaries implements Summaries {
  private static final String SUMMARY = Queries.named("summary");

  private final Database database;

  public PgSummaries(Database database) {
    this.database = database;
  }

  @Override
  public Future<Summary> of(UUID customer, Instant now) {
    return database.quick(SUMMARY, Tuple.of(customer, utc(now))).map(rows -> {
      if (rows.size() == 0) {
        throw new Rejected(Rejected.Reason.NOT_FOUND, "no such customer");
      }
      Row row = rows.iterator().next();
      Summary summary = Json.read(row.getString(0), Summary.class);
      return row.getString(1) == null
          ? summary
          : Json.read(row.getString(1), Consents.class).applied(summary);
    });
  }
}
