package shopbell.store.customer;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import shopbell.customer.OrderStatusSettings;
import shopbell.customer.OrderStatusStore;
import shopbell.model.customer.OrderStatusMeaning;
import shopbell.store.sql.Database;

/** The configured words of {@code order_status}, and the orders with other words. */
public final class PgOrderStatuses implements OrderStatusStore {
  private static final String UNKNOWN = """
      select system, word, sum(orders)::bigint as orders, min(first) as first, max(last) as last from (
        select system, case when status ~ '@' or length(status) > 40 then '…'
            else regexp_replace(order_word(status), '[0-9]+', '#', 'g') end as word,
          count(*) as orders, min(placed_at) as first, max(placed_at) as last
        from purchase where state = 'unknown' group by system, status) each
      group by 1, 2 order by 3 desc, 1, 2 limit 100
      """;

  private static final String MEANINGS = """
      select a.system, a.status, order_state(a.system, a.status) as state
      from unnest($1::text[], $2::text[]) with ordinality as a (system, status, place) order by place
      """;

  private static final String CONFIGURE = """
      with given as (
        select distinct on (lower(system), order_word(status)) lower(system) as system, order_word(status) as word, state
        from unnest($1::text[], $2::text[], $3::text[]) as g (system, status, state)
      ),
      gone as (
        delete from order_status s where configured
          and not exists (select from given g where g.system = s.system and g.word = s.word)
        returning word
      ),
      said as (
        insert into order_status (system, word, state, configured) select system, word, state, true from given
        on conflict (system, word, configured) do update set state = excluded.state
          where order_status.state <> excluded.state
        returning word
      )
      select (select count(*) from gone) + (select count(*) from said) as changed
      """;

  /** Fires the trigger that recomputes the status of each order. */
  private static final String AGAIN =
      "update purchase set status = status where state <> order_state(system, status)";

  private static final String RANKED = "select last_value from order_changes";

  private final Database database;
  private volatile long ranked = -1;

  public PgOrderStatuses(Database database) {
    this.database = database;
  }

  /** Applies the configured words, also to orders already stored. */
  public Future<Void> configure(List<OrderStatusSettings.ConfiguredStatus> words) {
    Tuple given = Tuple.tuple()
        .addArrayOfString(
            words.stream().map(OrderStatusSettings.ConfiguredStatus::system).toArray(String[]::new))
        .addArrayOfString(
            words.stream().map(OrderStatusSettings.ConfiguredStatus::status).toArray(String[]::new))
        .addArrayOfString(
            words.stream().map(OrderStatusSettings.ConfiguredStatus::state).toArray(String[]::new));
    return database
        .query(CONFIGURE, given)
        .compose(done -> done.iterator().next().getLong("changed") == 0
            ? Future.succeededFuture()
            : database.query(AGAIN, Tuple.tuple()).mapEmpty());
  }

  /** Recomputes the best customers where an order has changed since the last time; whether one has. */
  public Future<Boolean> rank() {
    return database.query(RANKED, Tuple.tuple()).compose(rows -> {
      long changes = rows.iterator().next().getLong(0);
      return changes == ranked
          ? Future.succeededFuture(false)
          : database
              .query("select refresh_ranks()", Tuple.tuple())
              .onSuccess(done -> ranked = changes)
              .map(true);
    });
  }

  @Override
  public Future<List<Unknown>> unknown() {
    return database
        .query(UNKNOWN, Tuple.tuple())
        .map(rows -> rows.stream()
            .map(row -> new Unknown(
                row.getString("system"),
                row.getString("word"),
                row.getLong("orders"),
                row.getOffsetDateTime("first").toInstant(),
                row.getOffsetDateTime("last").toInstant()))
            .toList());
  }

  @Override
  public Future<List<OrderStatusMeaning>> meanings(List<OrderStatusMeaning> asked) {
    if (asked.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    Tuple given = Tuple.tuple()
        .addArrayOfString(asked.stream().map(OrderStatusMeaning::system).toArray(String[]::new))
        .addArrayOfString(asked.stream().map(OrderStatusMeaning::status).toArray(String[]::new));
    return database
        .query(MEANINGS, given)
        .map(rows -> rows.stream().map(PgOrderStatuses::meaning).toList());
  }

  private static OrderStatusMeaning meaning(Row row) {
    String state = row.getString("state");
    return new OrderStatusMeaning(
        row.getString("system"),
        row.getString("status"),
        state,
        List.of("placed", "fulfilled", "unknown").contains(state));
  }
}
