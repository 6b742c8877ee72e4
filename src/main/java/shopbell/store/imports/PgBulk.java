package shopbell.store.imports;

import io.vertx.sqlclient.Tuple;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import shopbell.imports.BulkStore;
import shopbell.imports.ImportKind;
import shopbell.model.Rejected;
import shopbell.model.event.ContactRecord;
import shopbell.model.event.Inbound;
import shopbell.model.event.TouchpointRecord;
import shopbell.store.sql.Database;
import shopbell.store.sql.JdbcConnections;

/**
 * Imports files: COPY into temporary tables, merged by the statements the doors use. One thread at a time.
 *
 * <p>Commits need not reach the disk one by one: rows and position are one transaction, so a crash loses both.
 */
public final class PgBulk implements BulkStore {
  private static final String SESSION = """
      set synchronous_commit = off; set work_mem = '64MB'; set gin_pending_list_limit = 65536;
      set plan_cache_mode = force_custom_plan
      """;
  private static final String LOCK = "select pg_try_advisory_lock(hashtextextended(?, 0))";
  private static final String BEGIN = """
      insert into import_progress as p (file, kind, rejects) values (?, ?, ?)
      on conflict (file) do update set finished_at = null, rejects = excluded.rejects,
        rows = case when p.finished_at is null then p.rows else 0 end,
        rejected = case when p.finished_at is null then p.rejected else 0 end,
        rejected_bytes = case when p.finished_at is null then p.rejected_bytes else 0 end
      returning rows, rejected, rejected_bytes
      """;
  private static final String REACHED =
      "update import_progress set rows = ?, rejected = ?, rejected_bytes = ? where file = ?";
  private static final String RESTORE = "select restore_row(?, ?::jsonb)";
  private static final String FINISHED =
      "update import_progress set finished_at = now() where file = ?";

  /** A value of a row cannot be stored (classes 22 and 23); any other error is a bug of ours. */
  private static final Pattern BAD_DATA = Pattern.compile("2[23].*");

  private final Connection connection;
  private final Set<Month> months = new HashSet<>();

  private PgBulk(Connection connection) {
    this.connection = connection;
  }

  /** Opens a separate connection to {@code database}. */
  public static PgBulk open(Database database) {
    return open(database.url());
  }

  static PgBulk open(String url) {
    PgBulk bulk = new PgBulk(JdbcConnections.open(url));
    bulk.run(SESSION);
    StagingTables.ALL.forEach(stagingTable -> bulk.run(stagingTable.create()));
    return bulk;
  }

  @Override
  public Position begin(String file, ImportKind importKind, Path rejects) {
    try (PreparedStatement lock = connection.prepareStatement(LOCK);
        PreparedStatement begin = connection.prepareStatement(BEGIN)) {
      lock.setString(1, file);
      try (ResultSet got = lock.executeQuery()) {
        if (!got.next() || !got.getBoolean(1)) {
          throw new Rejected(
              Rejected.Reason.CONFLICT, "this file is being imported by another process");
        }
      }
      begin.setString(1, file);
      begin.setString(2, importKind.word());
      begin.setString(3, rejects.toAbsolutePath().toString());
      try (ResultSet at = begin.executeQuery()) {
        at.next();
        return new Position(at.getLong(1), at.getLong(2), at.getLong(3));
      }
    } catch (SQLException e) {
      throw JdbcConnections.failed(e);
    }
  }

  @Override
  public Position keep(
      String file, List<BulkEntry> rows, Function<Map<Integer, String>, Position> after) {
    rows.forEach(row -> row.record().ifPresent(this::month));
    try {
      connection.setAutoCommit(false);
      Map<Integer, String> refused = new TreeMap<>();
      attempt(rows, 0, refused);
      Position position = after.apply(refused);
      reached(file, position);
      connection.commit();
      connection.setAutoCommit(true);
      return position;
    } catch (SQLException e) {
      throw JdbcConnections.failed(e);
    }
  }

  /** Splits the batch in halves until the rows whose values the database refuses are isolated. */
  private void attempt(List<BulkEntry> rows, int first, Map<Integer, String> refused)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      put(rows);
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      if (!BAD_DATA.matcher("" + e.getSQLState()).matches()) {
        throw e;
      }
      connection.rollback(before);
      if (rows.size() == 1) {
        refused.put(first, why(e));
      } else {
        int half = rows.size() / 2;
        attempt(rows.subList(0, half), first, refused);
        attempt(rows.subList(half, rows.size()), first + half, refused);
      }
    }
  }

  /**
   * The server's message, which may quote the row: it is written beside the row in the owner's file, and nowhere else.
   */
  private static String why(SQLException e) {
    String said = e instanceof PSQLException answer && answer.getServerErrorMessage() != null
        ? "" + answer.getServerErrorMessage().getMessage()
        : "no reason is given";
    return "the database refuses it: " + said + " (SQLSTATE " + e.getSQLState() + ")";
  }

  private void put(List<BulkEntry> rows) throws SQLException {
    Map<String, List<Inbound>> records = new LinkedHashMap<>();
    for (BulkEntry row : rows) {
      if (row.restored().isPresent()) {
        restore(row.restored().get());
      }
      row.record()
          .ifPresent(record ->
              records.computeIfAbsent(row.source(), source -> new ArrayList<>()).add(record));
    }
    for (Map.Entry<StagingTable, List<Tuple>> stage :
        StagingTables.rows(records).entrySet()) {
      copy(stage.getKey(), stage.getValue());
    }
  }

  private void copy(StagingTable stagingTable, List<Tuple> rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              stagingTable.copy(),
              new ByteArrayInputStream(StagingTable.rows(rows).bytes()),
              1 << 16);
      statement.execute(stagingTable.merge());
      statement.execute(stagingTable.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** First of all, because these values are more exact than the vocabulary. */
  private void restore(Restored restored) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RESTORE)) {
      statement.setString(1, restored.table());
      statement.setString(2, restored.row());
      statement.execute();
    }
  }

  private void reached(String file, Position after) throws SQLException {
    try (PreparedStatement reached = connection.prepareStatement(REACHED)) {
      reached.setLong(1, after.rows());
      reached.setLong(2, after.rejected());
      reached.setLong(3, after.rejectedBytes());
      reached.setString(4, file);
      reached.execute();
    }
  }

  /** Outside of the transaction, because a new partition locks its parent. */
  private void month(Inbound record) {
    if (record instanceof TouchpointRecord) {
      month("touchpoint", record.at());
    } else if (record instanceof ContactRecord) {
      month("interaction", record.at());
    }
  }

  private void month(String table, Instant at) {
    LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
    if (months.add(new Month(table, day.getYear(), day.getMonthValue()))) {
      run("select ensure_month('" + table + "', '" + day.withDayOfMonth(1) + "T00:00Z')");
    }
  }

  private record Month(String table, int year, int month) {}

  @Override
  public void finish(String file, ImportKind importKind) {
    try (PreparedStatement finished = connection.prepareStatement(FINISHED)) {
      run("set synchronous_commit = on");
      ImportCompletion.of(importKind).forEach(this::run);
      finished.setString(1, file);
      finished.execute();
    } catch (SQLException e) {
      throw JdbcConnections.failed(e);
    }
  }

  private void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw JdbcConnections.failed(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw JdbcConnections.failed(e);
    }
  }
}
