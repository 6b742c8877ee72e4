package shopbell.store.identity;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.identity.MergeJournal;
import shopbell.json.Json;
import shopbell.model.Rejected;
import shopbell.model.customer.Identity;
import shopbell.model.customer.MergePreview;
import shopbell.store.sql.Database;
import shopbell.store.sql.Queries;

/** The journal in PostgreSQL; each statement is one transaction, and they are processed one after the other. */
public final class PgMerges implements MergeJournal {
  private static final String IDENTITY = Queries.named("identity");
  private static final String ATTESTED = Queries.named("attested");
  private static final String RECORDS =
      "select id from customer where survivor in (select survivor from customer where id in ($1, $2))";
  private static final String WRITE = """
      insert into identity_journal (at, actor, what, customer, other, payload) values ($1, $2, $3, $4, $5, $6) returning id
      """;
  private static final String ENTRY =
      "select id, actor, what, customer, other, interaction, undone_by from identity_journal where id = $1";
  private static final String UNDONE = "update identity_journal set undone_by = $2 where id = $1";
  private static final String UNRECOGNISE =
      "delete from recognition where journal = $1 returning kind, value, customer";
  private static final String UNCHOOSE = "update interaction set customer = found where id = $1";
  private static final String CHOICE = """
      select id from identity_journal where interaction = $1 and what = 'link' and undone_by is null
      order by id desc limit 1
      """;
  private static final String WHY =
      "select reasons from duplicate where (a, b) in (($1::uuid, $2::uuid), ($2::uuid, $1::uuid))";

  private final Database database;

  public PgMerges(Database database) {
    this.database = database;
  }

  @Override
  public Future<Done> merge(UUID keep, UUID other, MergeAct mergeAct) {
    return database.transaction(connection -> MergeGroups.locked(connection)
        .compose(locked -> connection.preparedQuery(WHY).execute(Tuple.of(keep, other)))
        .compose(why -> merge(connection, new Join(keep, other, reasons(why)), mergeAct)));
  }

  @Override
  public Future<MergePreview> preview(UUID keep, UUID other) {
    return database.transaction(connection -> MergeSides.read(connection, keep, other));
  }

  @Override
  public Future<Done> merge(UUID keep, UUID other, String version, MergeAct mergeAct) {
    return database.transaction(connection -> MergeGroups.locked(connection)
        .compose(locked -> MergeSides.unchanged(connection, keep, other, version))
        .compose(same -> connection.preparedQuery(WHY).execute(Tuple.of(keep, other)))
        .compose(why -> merge(connection, new Join(keep, other, reasons(why)), mergeAct)));
  }

  private record Join(UUID keep, UUID other, List<String> reasons) {}

  private static Future<Done> merge(SqlConnection connection, Join join, MergeAct mergeAct) {
    Tuple pair = Tuple.of(join.keep(), join.other());
    return connection
        .preparedQuery(MergeSides.PAIR)
        .execute(pair)
        .compose(found -> {
          MergeSides.check(join.keep(), join.other(), found);
          JsonObject payload = new JsonObject().put("reasons", new JsonArray(join.reasons()));
          return connection
              .preparedQuery(WRITE)
              .execute(
                  Tuple.of(utc(mergeAct.at()), mergeAct.actor(), "merge", join.keep(), join.other())
                      .addJsonObject(payload));
        })
        .compose(written -> records(connection, pair)
            .compose(records -> MergeGroups.settle(connection, records))
            .map(touched -> new Done(written.iterator().next().getLong(0), touched)));
  }

  @Override
  public Future<Done> undo(long entry, MergeAct mergeAct) {
    return database.transaction(connection -> MergeGroups.locked(connection)
        .compose(locked -> connection.preparedQuery(ENTRY).execute(Tuple.of(entry)))
        .compose(rows -> undo(connection, inForce(rows), mergeAct)));
  }

  /** The entry, if it can be undone. */
  private static Row inForce(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw new Rejected(Rejected.Reason.NOT_FOUND, "There is no such entry.");
    }
    Row entry = rows.iterator().next();
    if (entry.getString("what").startsWith("un")) {
      throw new Rejected(
          Rejected.Reason.CONFLICT, "This entry took another back; say anew what was taken back.");
    }
    if (entry.getLong("undone_by") != null) {
      throw new Rejected(Rejected.Reason.CONFLICT, "It was taken back already.");
    }
    return entry;
  }

  /** Runs in {@code connection}'s transaction and under the lock. */
  static Future<Done> undo(SqlConnection connection, Row entry, MergeAct mergeAct) {
    long id = entry.getLong("id");
    UUID customer = entry.getUUID("customer");
    UUID other = entry.getUUID("other");
    boolean merge = entry.getString("what").equals("merge");
    Tuple undoing = Tuple.of(
            utc(mergeAct.at()), mergeAct.actor(), merge ? "unmerge" : "unlink", customer)
        .addUUID(other)
        .addJsonObject(new JsonObject().put("undoes", id));
    return connection.preparedQuery(WRITE).execute(undoing).compose(written -> {
      long undoneBy = written.iterator().next().getLong(0);
      Future<RowSet<Row>> marked = connection.preparedQuery(UNDONE).execute(Tuple.of(id, undoneBy));
      Future<Set<UUID>> settled = merge
          ? marked
              .compose(x -> records(connection, Tuple.of(customer, other)))
              .compose(records -> MergeGroups.settle(connection, records))
          : marked.compose(x -> unlinked(connection, id, entry.getUUID("interaction")));
      return settled.map(touched -> {
        touched.add(customer);
        return new Done(undoneBy, touched);
      });
    });
  }

  private static Future<Set<UUID>> unlinked(
      SqlConnection connection, long entry, UUID interaction) {
    return connection
        .preparedQuery(UNRECOGNISE)
        .execute(Tuple.of(entry))
        .compose(rows -> {
          List<MergeGroups.MergeLink> links = new ArrayList<>();
          rows.forEach(row -> links.add(
              new MergeGroups.MergeLink(row.getString(0), row.getString(1), row.getUUID(2))));
          return MergeGroups.refresh(connection, links);
        })
        .compose(touched -> interaction == null
            ? Future.succeededFuture(touched)
            : connection.preparedQuery(UNCHOOSE).execute(Tuple.of(interaction)).map(touched));
  }

  @Override
  public Future<JournalEntry> entry(long entry) {
    return database.query(ENTRY, Tuple.of(entry)).map(rows -> {
      if (rows.size() == 0) {
        throw new Rejected(Rejected.Reason.NOT_FOUND, "There is no such entry.");
      }
      Row row = rows.iterator().next();
      return new JournalEntry(
          entry,
          row.getString("actor"),
          row.getString("what"),
          Optional.ofNullable(row.getUUID("interaction")));
    });
  }

  @Override
  public Future<Optional<Long>> choice(UUID interaction) {
    return database
        .query(CHOICE, Tuple.of(interaction))
        .map(rows -> rows.size() == 0
            ? Optional.empty()
            : Optional.of(rows.iterator().next().getLong(0)));
  }

  @Override
  public Future<Identity> identity(UUID customer) {
    return database.query(IDENTITY, Tuple.of(customer)).map(rows -> {
      if (rows.size() == 0) {
        throw new Rejected(Rejected.Reason.NOT_FOUND, "There is no such customer.");
      }
      return Json.read(rows.iterator().next().getString(0), Identity.class);
    });
  }

  @Override
  public Future<Set<UUID>> attested(List<UUID> customers, Instant now) {
    return database.query(ATTESTED, Tuple.of(customers.toArray(UUID[]::new))).compose(rows -> {
      Set<UUID> touched = new HashSet<>();
      Future<Void> done = Future.succeededFuture();
      for (Row row : rows) {
        Join join = new Join(
            row.getUUID("keep"),
            row.getUUID("other"),
            List.of("attested." + row.getString("kind")));
        done = done.compose(x -> attested(join, now)).onSuccess(touched::addAll).mapEmpty();
      }
      return done.map(touched);
    });
  }

  @Override
  public Future<Set<UUID>> told(UUID keep, UUID other, Instant now) {
    return attested(new Join(keep, other, List.of("attested.external")), now);
  }

  /** Does nothing when the two have been merged meanwhile. */
  private Future<Set<UUID>> attested(Join join, Instant now) {
    return database
        .transaction(connection -> MergeGroups.locked(connection)
            .compose(locked -> merge(connection, join, new MergeAct("attested", now))))
        .map(Done::touched)
        .recover(failure -> failure instanceof Rejected
            ? Future.succeededFuture(Set.of())
            : Future.failedFuture(failure));
  }

  private static Future<List<UUID>> records(SqlConnection connection, Tuple pair) {
    return connection.preparedQuery(RECORDS).execute(pair).map(rows -> {
      List<UUID> records = new ArrayList<>();
      rows.forEach(row -> records.add(row.getUUID(0)));
      return records;
    });
  }

  private static List<String> reasons(RowSet<Row> rows) {
    return rows.size() == 0 ? List.of() : List.of(rows.iterator().next().getArrayOfStrings(0));
  }
}
