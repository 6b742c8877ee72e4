package shopbell.store;

import io.vertx.sqlclient.Tuple;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import shopbell.load.Bulk;
import shopbell.load.Kind;
import shopbell.model.ContactRecord;
import shopbell.model.Inbound;
import shopbell.model.Rejected;
import shopbell.model.TouchpointRecord;

/**
 * Files into the store: COPY into temporary tables, merged by the statements the doors use. One thread at a time.
 *
 * <p>Commits need not reach the disk one by one: rows and position are one transaction, so a crash loses both.
 */
public final class PgBulk implements Bulk {
  private static final String SESSION = """
      set synchronous_commit = off; set work_mem = '64MB'; set gin_pending_list_limit = 65536;
      set plan_cache_mode = force_custom_plan
      """;
  private static final String LOCK = "select pg_try_advisory_lock(hashtextextended(?, 0))";
  private static final String BEGIN = """
      insert into import_progress as p (file, kind) values (?, ?)
      on conflict (file) do update set finished_at = null,
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

  private final Connection connection;
  private final Set<String> months = new HashSet<>();

  private PgBulk(Connection connection) {
    this.connection = connection;
  }

  /** A connection of its own to {@code database}. */
  public static PgBulk open(Database database) {
    return open(database.url());
  }

  static PgBulk open(String url) {
    PgBulk bulk = new PgBulk(Jdbc.open(url));
    bulk.run(SESSION);
    Stages.ALL.forEach(stage -> bulk.run(stage.create()));
    return bulk;
  }

  @Override
  public Position begin(String file, Kind kind) {
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
      begin.setString(2, kind.word());
      try (ResultSet at = begin.executeQuery()) {
        at.next();
        return new Position(at.getLong(1), at.getLong(2), at.getLong(3));
      }
    } catch (SQLException e) {
      throw Jdbc.failed(e);
    }
  }

  @Override
  public void keep(String file, Batch batch) {
    batch.records().values().forEach(this::months);
    try {
      connection.setAutoCommit(false);
      for (Restored restored : batch.restored()) {
        restore(restored);
      }
      for (Map.Entry<Stage, List<Tuple>> stage : Stages.rows(batch.records()).entrySet()) {
        copy(stage.getKey(), stage.getValue());
      }
      reached(file, batch.after());
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw Jdbc.failed(e);
    }
  }

  private void copy(Stage stage, List<Tuple> rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(stage.copy(), new ByteArrayInputStream(Stage.rows(rows).bytes()), 1 << 16);
      statement.execute(stage.merge());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Before all else, as what stands here is more exact than the vocabulary. */
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

  /** Outside of the transaction, as a new partition locks its parent. */
  private void months(List<Inbound> records) {
    for (Inbound record : records) {
      if (record instanceof TouchpointRecord) {
        month("touchpoint", record.at());
      } else if (record instanceof ContactRecord) {
        month("interaction", record.at());
      }
    }
  }

  private void month(String table, Instant at) {
    String first = at.atOffset(ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.DAYS)
        .withDayOfMonth(1)
        .toString();
    if (months.add(table + first)) {
      run("select ensure_month('" + table + "', '" + first + "')");
    }
  }

  @Override
  public void finish(String file, Kind kind) {
    try (PreparedStatement finished = connection.prepareStatement(FINISHED)) {
      run("set synchronous_commit = on");
      Finishing.of(kind).forEach(this::run);
      finished.setString(1, file);
      finished.execute();
    } catch (SQLException e) {
      throw Jdbc.failed(e);
    }
  }

  private void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw Jdbc.failed(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Jdbc.failed(e);
    }
  }
}
