package shopbell.store.sql;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import shopbell.model.Rejected;
import shopbell.model.Unavailable;

/** The PostgreSQL behind all stores: pipelined, with prepared statements. Reconnects by itself. */
public final class Database {
  private static final int CONNECTIONS = 6;
  private static final int QUICK_CONNECTIONS = 4;

  /** One waits while the disk writes the other. */
  private static final int LANES = 2;

  private static final int MOST_WRITTEN = 100;
  private static final int MOST_ASKED = 16;
  private static final int MOST_LOOKED_UP = 500;

  private static final int PIPELINED = 64;
  private static final int MOST_ATTEMPTS = 3;
  private static final int PATIENCE_MILLIS = 2_000;
  private static final int ANSWER_MILLIS = 10_000;

  /** A database that answers within this time is slow, not unavailable. */
  private static final int SILENT_MILLIS = 5_000;

  private final Pool pool;
  private final Pool pulse;
  private final Pool together;
  private final SqlClient quick;
  private final Vertx vertx;
  private final String url;

  private Database(Vertx vertx, PgConnectOptions options, String url) {
    this.pool = pool(vertx, options, room("database", CONNECTIONS, ANSWER_MILLIS));
    this.pulse = pool(vertx, options, room("pulse", 1, PATIENCE_MILLIS));
    this.together = pool(vertx, options, room("together", 2 * LANES, ANSWER_MILLIS));
    this.quick = PgBuilder.client()
        .with(room("quick", QUICK_CONNECTIONS, ANSWER_MILLIS))
        .connectingTo(options)
        .using(vertx)
        .build();
    this.vertx = vertx;
    this.url = url;
  }

  /** Connects to {@code postgresql://user:password@host:port/name} and brings the schema up to date. */
  public static Future<Database> open(Vertx vertx, String url) {
    PgConnectOptions options = PgConnectOptions.fromUri(url).setPipeliningLimit(PIPELINED);
    options
        .setCachePreparedStatements(true)
        .setPreparedStatementCacheMaxSize(256)
        // by default a long statement is not cached, and ours would be planned again each time
        .setPreparedStatementCacheSqlFilter(sql -> true);
    // not by the pool: its timeout is for a running server, and a start on a busy machine takes
    // longer
    return PgConnection.connect(vertx, options)
        .compose(connection -> Migrations.apply(connection).eventually(connection::close))
        .map(done -> new Database(vertx, options, url));
  }

  private static Pool pool(Vertx vertx, PgConnectOptions options, PoolOptions room) {
    return PgBuilder.pool().with(room).connectingTo(options).using(vertx).build();
  }

  private static PoolOptions room(String name, int connections, int patienceMillis) {
    return new PoolOptions()
        .setName(name)
        .setMaxSize(connections)
        .setConnectionTimeout(patienceMillis)
        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
  }

  /** Executes one statement; fails with {@link Unavailable} when the database is. */
  public Future<RowSet<Row>> query(String sql, Tuple values) {
    return named(
        pool.preparedQuery(sql).execute(values).timeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS));
  }

  /**
   * Executes one reading statement on the path of an arriving call: it is pipelined behind unanswered ones, so it must
   * never take long, nor wait for the disk. Fails with {@link Unavailable} when the database is.
   */
  public Future<RowSet<Row>> quick(String sql, Tuple values) {
    return named(
        quick.preparedQuery(sql).execute(values).timeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS));
  }

  /**
   * Batches lookups by {@code sql}, with parameters made by {@code values}: each lookup gets the rows whose first
   * column is its index in the batch, counted from 1. As fast as {@link #quick}.
   */
  public <M> Batcher<M, List<Row>> askedTogether(String sql, Function<List<M>, Tuple> values) {
    return together(MOST_ASKED, values, all -> quick(sql, all));
  }

  /** As {@link #askedTogether}, for lookups that each cost one index access: batches may be larger. */
  public <M> Batcher<M, List<Row>> lookedUpTogether(String sql, Function<List<M>, Tuple> values) {
    return together(MOST_LOOKED_UP, values, all -> quick(sql, all));
  }

  /** As {@link #askedTogether}, for a statement that also changes its rows, and waits for the disk. */
  public <M> Batcher<M, List<Row>> changedTogether(String sql, Function<List<M>, Tuple> values) {
    return together(MOST_ASKED, values, all -> query(sql, all));
  }

  private <M> Batcher<M, List<Row>> together(
      int longest, Function<List<M>, Tuple> values, Function<Tuple, Future<RowSet<Row>>> ask) {
    return new Batcher<>(
        vertx,
        LANES,
        longest,
        Duration.ZERO,
        all -> ask.apply(values.apply(all)).map(rows -> byPlace(rows, all.size())));
  }

  private static List<List<Row>> byPlace(RowSet<Row> rows, int places) {
    List<List<Row>> answers = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      answers.add(new ArrayList<>());
    }
    rows.forEach(row -> answers.get(row.getInteger(0) - 1).add(row));
    return answers;
  }

  /** Batches writes by {@code sql}: those that arrive at the same time share one transaction. */
  public Batcher<Tuple, RowSet<Row>> writtenTogether(String sql) {
    return writtenTogether(sql, Duration.ZERO);
  }

  /**
   * As {@link #writtenTogether(String)}, for writes without a waiting caller: those within {@code pause} share one disk
   * wait.
   */
  public Batcher<Tuple, RowSet<Row>> writtenTogether(String sql, Duration pause) {
    return new Batcher<>(
        vertx,
        LANES,
        MOST_WRITTEN,
        pause,
        rows -> named(together
                .preparedQuery(sql)
                .executeBatch(rows)
                .timeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS))
            .map(Database::eachOf));
  }

  /** The results of a batch are a linked list. */
  private static List<RowSet<Row>> eachOf(RowSet<Row> first) {
    return Stream.iterate(first, Objects::nonNull, RowSet::next).toList();
  }

  /**
   * The rows of one statement, a hundred at a time: the next are read when {@code each} has processed those before.
   * Without any row {@code each} gets none once. A connection is held as long as it takes.
   */
  public Future<Void> streamed(String sql, Tuple values, Function<RowSet<Row>, Future<Void>> each) {
    return named(pool.withTransaction(connection -> connection
        .prepare(sql)
        .compose(statement -> RowStream.all(statement.cursor(values), each))));
  }

  /** One transaction; fails with {@link Unavailable} when the database is, and then nothing was stored. */
  public <T> Future<T> transaction(Function<SqlConnection, Future<T>> work) {
    return attempt(work, MOST_ATTEMPTS);
  }

  /**
   * As {@link #transaction}, for a waiting caller: after ten seconds it fails with {@link Unavailable}, and whether it
   * was stored is unknown.
   */
  public <T> Future<T> shortTransaction(Function<SqlConnection, Future<T>> work) {
    return named(transaction(work).timeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS));
  }

  /** Retries after a conflict of two transactions: one was rolled back, and may well succeed the second time. */
  private <T> Future<T> attempt(Function<SqlConnection, Future<T>> work, int left) {
    return named(pool.withTransaction(work))
        .recover(failure -> left > 1 && failure instanceof SqlError sqlError && sqlError.passing()
            ? attempt(work, left - 1)
            : Future.failedFuture(failure));
  }

  /** A listening connection, not opened yet. */
  PgSubscriber subscriber() {
    return PgSubscriber.subscriber(vertx, PgConnectOptions.fromUri(url));
  }

  /** The address, for clients that need a connection of another driver; a secret. */
  public String url() {
    return url;
  }

  /** Whether it answers now; on a separate connection, so that many waiting statements do not look like an outage. */
  public Future<Void> ping() {
    return named(pulse.query("select 1").execute().timeout(SILENT_MILLIS, TimeUnit.MILLISECONDS))
        .mapEmpty();
  }

  /** Whether it accepts a write now, on the same connection. */
  public Future<Void> beat() {
    return named(pulse
            .query("update heartbeat set at = now()")
            .execute()
            .timeout(SILENT_MILLIS, TimeUnit.MILLISECONDS))
        .mapEmpty();
  }

  /** Closes all connections. */
  public Future<Void> close() {
    return pulse
        .close()
        .eventually(together::close)
        .eventually(quick::close)
        .eventually(pool::close);
  }

  private static <T> Future<T> named(Future<T> result) {
    return result.recover(failure -> Future.failedFuture(named(failure)));
  }

  private static Throwable named(Throwable failure) {
    if (away(failure)) {
      return new Unavailable("the database is away", failure);
    }
    if (failure instanceof PgException answer
        && String.valueOf(answer.getSqlState()).startsWith("22")) {
      return new Rejected(Rejected.Reason.SENSELESS, "A value cannot be stored as it is.");
    }
    return failure instanceof PgException answer
        ? new SqlError(String.valueOf(answer.getSqlState()), String.valueOf(answer.getConstraint()))
        : failure;
  }

  /**
   * An error from the server is a bug of ours, unless it is about the server itself: classes 08, 53, 57, and 55000,
   * closed to connections.
   */
  private static boolean away(Throwable failure) {
    if (failure instanceof PgException answer) {
      return answer.getSqlState() != null && answer.getSqlState().matches("(08|53|57).*|55000");
    }
    return !(failure instanceof Rejected)
        && !(failure instanceof IllegalStateException)
        && !(failure instanceof IllegalArgumentException)
        && !(failure instanceof NullPointerException);
  }
}
