package shopbell.store.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.identity.StoredHandles;
import shopbell.model.ContractWord;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.store.sql.Database;

/** Read in the order of their key; updated under the lock of all identity statements. */
public final class PgStoredHandles implements StoredHandles {
  private static final String ALL = "select from handle_form where form >= $1";
  private static final String NEXT = """
      select distinct kind, value from handle
      where kind in ('email', 'phone') and not block and (kind, value) > ($1, $2) order by kind, value limit $3
      """;
  private static final String RENEW = """
      select renew_handle(n.kind, n.was, n.becomes) as customer
      from unnest($1::text[], $2::text[], $3::text[]) as n (kind, was, becomes)
      """;
  private static final String DONE =
      "insert into handle_form (form) values ($1) on conflict do nothing";

  private final Database database;

  public PgStoredHandles(Database database) {
    this.database = database;
  }

  @Override
  public Future<Boolean> all(int form) {
    return database.query(ALL, Tuple.of(form)).map(rows -> rows.size() > 0);
  }

  @Override
  public Future<List<Handle>> next(Optional<Handle> after, int most) {
    String kind = after.map(handle -> handle.kind().toString()).orElse("");
    String value = after.map(Handle::value).orElse("");
    return database.query(NEXT, Tuple.of(kind, value, most)).map(rows -> {
      List<Handle> handles = new ArrayList<>();
      rows.forEach(row -> handles.add(Handle.of(
          ContractWord.of(HandleKind.class, row.getString("kind")), row.getString("value"))));
      return handles;
    });
  }

  @Override
  public Future<Set<UUID>> renew(List<Renewed> handles) {
    if (handles.isEmpty()) {
      return Future.succeededFuture(Set.of());
    }
    Tuple values = Tuple.tuple()
        .addArrayOfString(
            handles.stream().map(one -> one.was().kind().toString()).toArray(String[]::new))
        .addArrayOfString(handles.stream().map(one -> one.was().value()).toArray(String[]::new))
        .addArrayOfString(handles.stream().map(Renewed::becomes).toArray(String[]::new));
    return database.transaction(connection -> MergeGroups.locked(connection)
        .compose(locked -> connection.preparedQuery(RENEW).execute(values))
        .map(rows -> {
          Set<UUID> touched = new HashSet<>();
          rows.forEach(row -> touched.add(row.getUUID("customer")));
          return touched;
        }));
  }

  @Override
  public Future<Void> done(int form) {
    return database.query(DONE, Tuple.of(form)).mapEmpty();
  }
}
