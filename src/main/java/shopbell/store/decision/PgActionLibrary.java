package shopbell.store.decision;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import shopbell.model.ContractWord;
import shopbell.model.decision.ActionState;
import shopbell.nextaction.LibraryEntry;
import shopbell.nextaction.LibraryEntry.EntryKind;
import shopbell.nextaction.LibraryStore;
import shopbell.store.sql.Database;

/** Own actions and vetoes as YAML, one row for each version. */
public final class PgActionLibrary implements LibraryStore {
  private static final String ALL =
      "select kind, name, version, state, author, at, change, document from library_entry"
          + " order by kind, name, version desc";
  private static final String LOCK = "select pg_advisory_xact_lock(hashtext('library ' || $1))";
  private static final String ADD = """
      insert into library_entry (kind, name, version, state, author, at, change, document)
      select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7 from library_entry where kind = $1 and name = $2
      returning *
      """;
  private static final String RETIRE =
      "update library_entry set state = 'retired' where kind = $1 and name = $2 and state = 'live'";
  private static final String MOVE =
      "update library_entry set state = $5 where kind = $1 and name = $2 and version = $3 and state = $4";

  private final Database database;

  public PgActionLibrary(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<LibraryEntry>> all() {
    return database
        .query(ALL, Tuple.tuple())
        .map(rows -> rows.stream().map(PgActionLibrary::entry).toList());
  }

  @Override
  public Future<LibraryEntry> add(LibraryEntry entry) {
    Tuple values = Tuple.tuple()
        .addString(entry.kind().toString())
        .addString(entry.name())
        .addString(entry.state().toString())
        .addString(entry.author())
        .addOffsetDateTime(utc(entry.at()))
        .addString(entry.change())
        .addString(entry.document());
    return database.shortTransaction(connection -> connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(entry.name()))
        .compose(locked -> connection.preparedQuery(ADD).execute(values))
        .map(rows -> entry(rows.iterator().next())));
  }

  @Override
  public Future<Boolean> move(
      EntryKind kind, String name, int version, ActionState from, ActionState to) {
    Tuple move = Tuple.of(kind.toString(), name, version, from.toString(), to.toString());
    return database
        .shortTransaction(connection -> connection
            .preparedQuery(LOCK)
            .execute(Tuple.of(name))
            .compose(locked -> to == ActionState.LIVE
                ? connection
                    .preparedQuery(RETIRE)
                    .execute(Tuple.of(kind.toString(), name))
                    .<Void>mapEmpty()
                : Future.succeededFuture())
            .compose(retired -> connection.preparedQuery(MOVE).execute(move))
            .compose(moved -> moved.rowCount() == 1
                ? Future.succeededFuture(true)
                : Future.failedFuture(new NotThere())))
        .recover(failure -> failure instanceof NotThere
            ? Future.succeededFuture(false)
            : Future.failedFuture(failure));
  }

  /** Rolls the transaction back: nothing is retired for a version that is not there. */
  private static final class NotThere extends IllegalStateException {
    private static final long serialVersionUID = 1L;
  }

  private static LibraryEntry entry(Row row) {
    return new LibraryEntry(
        ContractWord.of(EntryKind.class, row.getString("kind")),
        row.getString("name"),
        row.getInteger("version"),
        ContractWord.of(ActionState.class, row.getString("state")),
        row.getString("author"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("change"),
        row.getString("document"));
  }
}
