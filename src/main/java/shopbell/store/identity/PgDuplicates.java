package shopbell.store.identity;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import shopbell.identity.BlockingKeys;
import shopbell.identity.ComparableRecord;
import shopbell.identity.DuplicateStore;
import shopbell.identity.MergeJournal.MergeAct;
import shopbell.model.ContractWord;
import shopbell.model.CustomerKind;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Rejected;
import shopbell.model.customer.Duplicate;
import shopbell.store.sql.Database;
import shopbell.store.sql.Queries;

/** Blocking keys and suggested pairs; records are claimed without waiting for locks. */
public final class PgDuplicates implements DuplicateStore {
  private static final String TAKE = """
      update customer set examined = true where id = any (array(
        select id from customer where not examined order by id limit $1 for update skip locked)) returning id
      """;
  private static final String TRAITS = """
      -- all handles at once: one by one they were looked for by their kind in a table that is not analysed yet
      with held as materialized (
        select customer, array_agg(value) filter (where kind = 'phone' and not block) as phones,
          array_agg(value) filter (where kind = 'email') as emails
        from handle where customer = any ($1) and not shared group by customer)
      select c.id, c.kind, c.name, c.attributes::text as attributes, coalesce(h.phones, '{}') as phones, coalesce(h.emails, '{}') as emails
      from customer c left join held h on h.customer = c.id where c.id = any ($1)
      """;
  private static final String FORGET = "delete from block_key where customer = any ($1)";
  private static final String KEYS =
      "insert into block_key (key, customer) select * from unnest($1::bigint[], $2::uuid[]) on conflict do nothing";
  private static final String SHARED = """
      select k.customer, o.customer as other,
        (select greatest(reltuples::bigint, pg_stat_get_live_tuples(oid)) from pg_class where oid = 'customer'::regclass) as among
      from (select key, customer, (select count(*) from (
          select from block_key x where x.key = b.key limit %1$d + 1) first) as members
        from block_key b where customer = any ($1)) k
      join block_key o on o.key = k.key and o.customer <> k.customer
      where k.members <= %1$d group by 1, 2
      """.formatted(BlockingKeys.MOST);
  private static final String OUTDATED =
      "delete from duplicate where dismissed_at is null and (a = any ($1) or b = any ($1))";
  private static final String FOUND = """
      insert into duplicate (id, a, b, score, reasons, found_at) values ($1, $2, $3, $4, $5, $6)
      on conflict (a, b) do update set score = excluded.score, reasons = excluded.reasons
      """;
  private static final String SETTLED = """
      select rehome(h.kind || ':' || h.value) from (
        select distinct kind, value from handle where customer = any ($1) and not block order by 1, 2) h
      """;
  private static final String PAGE = Queries.named("duplicates");

  /** The few pairs of one customer are found by customer, not by score. */
  private static final String PAGE_OF_ONE =
      PAGE.replace("$1::uuid is null", "(d.a = any (person_of($1)) or d.b = any (person_of($1)))");

  private static final double MORE_THAN_SURE = 2;

  /** Most rows are listed; pairs that have been merged meanwhile are few. */
  private static final int READ = 50;

  private static final String DISMISS =
      "update duplicate set dismissed_at = coalesce(dismissed_at, $2), dismissed_by = coalesce(dismissed_by, $3) where id = $1";

  private final Database database;

  public PgDuplicates(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<UUID>> examine(
      int most, Function<Suspicion, List<Pair>> compare, Instant now) {
    return database.transaction(connection -> connection
        .preparedQuery(TAKE)
        .execute(Tuple.of(most))
        .map(rows -> ids(rows, 0))
        .compose(taken -> taken.isEmpty()
            ? Future.succeededFuture(taken)
            : suspicions(connection, taken)
                .compose(all -> keep(
                    connection,
                    taken,
                    all.stream().flatMap(s -> compare.apply(s).stream()).toList(),
                    now))
                .map(taken)));
  }

  private static Future<List<Suspicion>> suspicions(SqlConnection connection, List<UUID> taken) {
    return traits(connection, taken)
        .compose(own -> keys(connection, own)
            .compose(keyed -> connection
                .preparedQuery(SHARED)
                .execute(Tuple.of(taken.toArray(UUID[]::new)))
                .compose(rows -> {
                  Map<UUID, List<UUID>> blocks = new HashMap<>();
                  rows.forEach(row -> blocks
                      .computeIfAbsent(row.getUUID(0), k -> new ArrayList<>())
                      .add(row.getUUID(1)));
                  long among = rows.size() == 0 ? 0 : rows.iterator().next().getLong("among");
                  return traits(connection, ids(rows, 1)).map(others -> {
                    List<Suspicion> all = new ArrayList<>();
                    blocks.forEach((one, block) -> all.add(new Suspicion(
                        own.get(one),
                        block.stream().map(others::get).filter(t -> t != null).toList(),
                        among)));
                    return all;
                  });
                })));
  }

  private static Future<?> keys(SqlConnection connection, Map<UUID, ComparableRecord> own) {
    List<Long> keys = new ArrayList<>();
    List<UUID> customers = new ArrayList<>();
    own.values()
        .forEach(comparableRecord -> BlockingKeys.keys(comparableRecord).forEach(key -> {
          keys.add(key);
          customers.add(comparableRecord.id());
        }));
    return connection
        .preparedQuery(FORGET)
        .execute(Tuple.of(own.keySet().toArray(UUID[]::new)))
        .compose(gone -> connection
            .preparedQuery(KEYS)
            .execute(Tuple.tuple()
                .addArrayOfLong(keys.toArray(Long[]::new))
                .addArrayOfUUID(customers.toArray(UUID[]::new))));
  }

  private static Future<Map<UUID, ComparableRecord>> traits(
      SqlConnection connection, List<UUID> ids) {
    return connection
        .preparedQuery(TRAITS)
        .execute(Tuple.of(new HashSet<>(ids).toArray(UUID[]::new)))
        .map(rows -> {
          Map<UUID, ComparableRecord> traits = new HashMap<>();
          rows.forEach(
              row -> traits.put(row.getUUID("id"), ComparableRows.traits(row, handles(row))));
          return traits;
        });
  }

  private static List<Handle> handles(Row row) {
    List<Handle> handles = new ArrayList<>();
    for (String phone : row.getArrayOfStrings("phones")) {
      handles.add(Handle.of(HandleKind.PHONE, phone));
    }
    for (String email : row.getArrayOfStrings("emails")) {
      handles.add(Handle.of(HandleKind.EMAIL, email));
    }
    return handles;
  }

  private static Future<?> keep(
      SqlConnection connection, List<UUID> taken, List<Pair> pairs, Instant now) {
    List<Tuple> rows = new ArrayList<>();
    for (Pair pair : pairs) {
      rows.add(Tuple.of(id(pair), pair.a(), pair.b(), pair.score())
          .addArrayOfString(pair.reasons().toArray(String[]::new))
          .addOffsetDateTime(utc(now)));
    }
    Future<?> gone =
        connection.preparedQuery(OUTDATED).execute(Tuple.of(taken.toArray(UUID[]::new)));
    return rows.isEmpty()
        ? gone
        : gone.compose(x -> connection.preparedQuery(FOUND).executeBatch(rows));
  }

  private static UUID id(Pair pair) {
    return UUID.nameUUIDFromBytes((pair.a() + "\n" + pair.b()).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Future<Set<UUID>> settled(List<UUID> records) {
    return records.isEmpty()
        ? Future.succeededFuture(new HashSet<>())
        : database
            .query(SETTLED, Tuple.of(records.toArray(UUID[]::new)))
            .map(rows -> new HashSet<>(ids(rows, 0)));
  }

  @Override
  public Future<Listed> page(Optional<UUID> customer, Optional<DuplicatePosition> after, int most) {
    return known(customer).compose(there -> more(customer, after, new ArrayList<>(), most));
  }

  /** Reads rows until a page is full, however many of them are left out. */
  private Future<Listed> more(
      Optional<UUID> customer, Optional<DuplicatePosition> after, List<Duplicate> items, int most) {
    Tuple asked = Tuple.of(
        customer.orElse(null),
        after.map(DuplicatePosition::score).orElse(MORE_THAN_SURE),
        after.map(DuplicatePosition::id).orElse(null),
        READ);
    return database.query(customer.isPresent() ? PAGE_OF_ONE : PAGE, asked).compose(rows -> {
      Optional<DuplicatePosition> last = after;
      for (Row row : rows) {
        if (row.getBoolean("open") && items.size() == most) {
          return Future.succeededFuture(new Listed(items, last));
        }
        if (row.getBoolean("open")) {
          items.add(duplicate(row));
        }
        last = Optional.of(new DuplicatePosition(row.getDouble("score"), row.getUUID("id")));
      }
      return rows.size() < READ
          ? Future.succeededFuture(new Listed(items, Optional.empty()))
          : more(customer, last, items, most);
    });
  }

  private static Duplicate duplicate(Row row) {
    return new Duplicate(
        row.getUUID("id"),
        side(row, "a"),
        side(row, "b"),
        Math.floor(row.getDouble("score") * 1000) / 1000,
        List.of(row.getArrayOfStrings("reasons")),
        row.getOffsetDateTime("found_at").toInstant(),
        List.of());
  }

  private Future<Void> known(Optional<UUID> customer) {
    return customer.isEmpty()
        ? Future.succeededFuture()
        : database
            .query("select from customer where id = $1", Tuple.of(customer.get()))
            .compose(rows -> rows.size() > 0
                ? Future.succeededFuture()
                : Future.failedFuture(
                    new Rejected(Rejected.Reason.NOT_FOUND, "There is no such customer.")));
  }

  private static Duplicate.DuplicateSide side(Row row, String which) {
    return new Duplicate.DuplicateSide(
        row.getUUID(which),
        row.getString(which + "_name"),
        ContractWord.of(CustomerKind.class, row.getString(which + "_kind")));
  }

  @Override
  public Future<Void> dismiss(UUID duplicate, MergeAct mergeAct) {
    return database
        .query(DISMISS, Tuple.of(duplicate, utc(mergeAct.at()), mergeAct.actor()))
        .map(rows -> {
          if (rows.rowCount() == 0) {
            throw new Rejected(Rejected.Reason.NOT_FOUND, "Nothing like that was suggested.");
          }
          return null;
        });
  }

  private static List<UUID> ids(RowSet<Row> rows, int column) {
    List<UUID> ids = new ArrayList<>();
    rows.forEach(row -> ids.add(row.getUUID(column)));
    return ids;
  }
}
