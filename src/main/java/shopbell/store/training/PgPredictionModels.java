package shopbell.store.training;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import shopbell.store.sql.Database;
import shopbell.training.PredictionModelStore;

/** Versions of trained models, in the table {@code prediction_model}. */
public final class PgPredictionModels implements PredictionModelStore {
  private static final String COLUMNS =
      "kind, made_at, data_from, data_to, customers, figures::text, parameters::text, order_changes";
  private static final String LIVE =
      "select " + COLUMNS + " from prediction_model where kind = $1 and state = 'live'";
  private static final String NEWEST =
      "select " + COLUMNS + " from prediction_model where kind = $1 order by id desc limit 1";

  /** Two trainings at once wait for each other here. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtext('prediction_model ' || $1))";

  private static final String RETIRE =
      "update prediction_model set state = 'set-aside' where kind = $1 and state = 'previous'";

  /** A version without parameters is nothing to go back to. */
  private static final String STEP_DOWN = """
      update prediction_model set state = case when parameters is null then 'set-aside' else 'previous' end
      where kind = $1 and state = 'live'
      """;

  private static final String INSERT = """
      insert into prediction_model (kind, made_at, data_from, data_to, customers, figures, parameters, order_changes, state)
      values ($1, $2, $3, $4, $5, $6::text::jsonb, $7::text::jsonb, $8, $9)
      """;
  private static final String PRUNE = """
      delete from prediction_model where kind = $1 and state = 'set-aside' and id not in (
        select id from prediction_model where kind = $1 order by id desc limit 30)
      """;
  private static final String PREVIOUS =
      "select id from prediction_model where kind = $1 and state = 'previous'";
  private static final String RISE = """
      update prediction_model set state = 'live', switched_at = $2, switched_by = $3 where id = $1
      """;

  private final Database database;

  public PgPredictionModels(Database database) {
    this.database = database;
  }

  @Override
  public Future<Optional<ModelVersion>> live(String kind) {
    return database.query(LIVE, Tuple.of(kind)).map(PgPredictionModels::first);
  }

  @Override
  public Future<Optional<ModelVersion>> newest(String kind) {
    return database.query(NEWEST, Tuple.of(kind)).map(PgPredictionModels::first);
  }

  @Override
  public Future<Void> keep(ModelVersion version, boolean live) {
    Tuple kind = Tuple.of(version.kind());
    return database.transaction(connection -> run(connection, LOCK, kind)
        .compose(locked -> live
            ? run(connection, RETIRE, kind).compose(done -> run(connection, STEP_DOWN, kind))
            : Future.succeededFuture())
        .compose(done -> run(connection, INSERT, row(version, live)))
        .compose(done -> run(connection, PRUNE, kind))
        .mapEmpty());
  }

  @Override
  public Future<Boolean> back(String kind, String by, Instant at) {
    Tuple of = Tuple.of(kind);
    return database.transaction(connection -> run(connection, LOCK, of)
        .compose(locked -> run(connection, PREVIOUS, of))
        .compose(previous -> previous.size() == 0
            ? Future.succeededFuture(false)
            : swap(connection, of, Tuple.of(id(previous), utc(at), by))));
  }

  private static Future<Boolean> swap(SqlConnection connection, Tuple kind, Tuple rising) {
    return run(connection, RETIRE, kind)
        .compose(done -> run(connection, STEP_DOWN, kind))
        .compose(done -> run(connection, RISE, rising))
        .map(true);
  }

  private static Future<RowSet<Row>> run(SqlConnection connection, String sql, Tuple values) {
    return connection.preparedQuery(sql).execute(values);
  }

  private static long id(RowSet<Row> rows) {
    return rows.iterator().next().getLong("id");
  }

  private static Tuple row(ModelVersion version, boolean live) {
    return Tuple.tuple()
        .addString(version.kind())
        .addOffsetDateTime(utc(version.madeAt()))
        .addLocalDate(version.from().orElse(null))
        .addLocalDate(version.to())
        .addInteger(version.customers())
        .addString(version.figures())
        .addString(version.parameters().orElse(null))
        .addLong(version.orderChanges())
        .addString(live ? "live" : "set-aside");
  }

  private static Optional<ModelVersion> first(RowSet<Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(version(rows.iterator().next()));
  }

  private static ModelVersion version(Row row) {
    return new ModelVersion(
        row.getString("kind"),
        row.getOffsetDateTime("made_at").toInstant(),
        Optional.ofNullable(row.getLocalDate("data_from")),
        row.getLocalDate("data_to"),
        row.getInteger("customers"),
        row.getString("figures"),
        Optional.ofNullable(row.getString("parameters")),
        row.getLong("order_changes"));
  }
}
