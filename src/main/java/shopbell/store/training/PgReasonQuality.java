package shopbell.store.training;

import static shopbell.store.sql.Columns.instant;
import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopbell.prediction.reason.PredictedReason;
import shopbell.store.sql.Database;
import shopbell.training.ReasonQuality;

/** Reads predictions that were hidden until the wrap-up. */
public final class PgReasonQuality implements ReasonQuality {
  private static final String BLIND = """
      select at, queue, reasons, probabilities, said from guess
      where blind and said is not null and at > $1 and ($2::text is null or queue = $2) order by at desc limit 50000
      """;

  private final Database database;

  public PgReasonQuality(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<BlindContact>> blind(Instant since, Optional<String> queue) {
    return database
        .query(BLIND, Tuple.of(utc(since), queue.orElse(null)))
        .map(rows -> rows.stream().map(PgReasonQuality::contact).toList());
  }

  private static BlindContact contact(Row row) {
    return new BlindContact(
        instant(row, "at").orElseThrow(),
        Optional.ofNullable(row.getString("queue")),
        new PredictedReason(
            PgPredictions.named(
                row.getArrayOfStrings("reasons"), row.getArrayOfFloats("probabilities")),
            row.getString("said")));
  }
}
