package shopbell.store.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import shopbell.identity.MergeForest;

/** Recomputes the results of the journal: surviving records, and the customers of facts that name a handle. */
final class MergeGroups {
  /** Identity statements are processed one after the other: they are few, and each reads what others wrote. */
  private static final long LOCK = 0x5348_4f50_4944_454eL;

  private static final String EDGES = """
      select customer, other from identity_journal
      where what = 'merge' and undone_by is null and customer = any ($1) order by id
      """;
  private static final String SURVIVORS = """
      update customer c set survivor = n.survivor from unnest($1::uuid[], $2::uuid[]) as n (id, survivor)
      where c.id = n.id and c.survivor <> n.survivor
      """;
  private static final String HOMES = """
      select rehome(h.kind || ':' || h.value) from (
        select distinct kind, value from handle where customer = any ($1) and not block order by 1, 2) h
      """;
  private static final String REFRESH = "select refresh_handle($1, $2, $3)";

  private MergeGroups() {}

  static Future<Void> locked(SqlConnection connection) {
    return connection
        .preparedQuery("select pg_advisory_xact_lock($1)")
        .execute(Tuple.of(LOCK))
        .mapEmpty();
  }

  /** {@code records} are whole persons before and after; returns the records with outdated cards. */
  static Future<Set<UUID>> settle(SqlConnection connection, Collection<UUID> records) {
    UUID[] ids = records.toArray(UUID[]::new);
    Set<UUID> touched = new HashSet<>(records);
    return connection
        .preparedQuery(EDGES)
        .execute(Tuple.of(ids))
        .compose(rows -> survivors(connection, ids, edges(rows)))
        .compose(done -> connection.preparedQuery(HOMES).execute(Tuple.of(ids)))
        .map(rows -> collected(rows, touched));
  }

  /** Recomputes a handle's row and the facts that name it from the links in force. */
  static Future<Set<UUID>> refresh(SqlConnection connection, Collection<MergeLink> links) {
    Set<UUID> touched = new HashSet<>();
    Future<Void> done = Future.succeededFuture();
    for (MergeLink mergeLink : links) {
      touched.add(mergeLink.customer());
      done = done.compose(x -> connection
              .preparedQuery(REFRESH)
              .execute(Tuple.of(mergeLink.kind(), mergeLink.value(), mergeLink.customer())))
          .compose(x -> connection
              .preparedQuery("select rehome($1)")
              .execute(Tuple.of(mergeLink.kind() + ":" + mergeLink.value())))
          .onSuccess(rows -> collected(rows, touched))
          .mapEmpty();
    }
    return done.map(touched);
  }

  /** One handle of one record. */
  record MergeLink(String kind, String value, UUID customer) {}

  private static Future<?> survivors(
      SqlConnection connection, UUID[] ids, List<MergeForest.Edge> edges) {
    Map<UUID, UUID> survivors = MergeForest.survivors(List.of(ids), edges);
    UUID[] above = new UUID[ids.length];
    for (int i = 0; i < ids.length; i++) {
      above[i] = survivors.get(ids[i]);
    }
    return connection
        .preparedQuery(SURVIVORS)
        .execute(Tuple.tuple().addArrayOfUUID(ids).addArrayOfUUID(above));
  }

  private static List<MergeForest.Edge> edges(RowSet<Row> rows) {
    List<MergeForest.Edge> edges = new ArrayList<>();
    rows.forEach(row -> edges.add(new MergeForest.Edge(row.getUUID(0), row.getUUID(1))));
    return edges;
  }

  private static Set<UUID> collected(RowSet<Row> rows, Set<UUID> into) {
    rows.forEach(row -> into.add(row.getUUID(0)));
    return into;
  }
}
