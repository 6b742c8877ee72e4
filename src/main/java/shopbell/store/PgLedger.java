package shopbell.store;

import static shopbell.store.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import shopbell.ingress.Ledger;
import shopbell.model.Course;
import shopbell.model.Inbound;
import shopbell.model.Interaction;
import shopbell.model.InteractionEvent;
import shopbell.model.InteractionMessage;
import shopbell.model.Life;
import shopbell.model.Rejected;
import shopbell.wire.Json;

/** The ledger in PostgreSQL: one transaction an event, its statements sent without waiting for each other. */
public final class PgLedger implements Ledger {
  /** Older interactions are history: their ids are not looked for, so that only recent partitions are read. */
  private static final Duration LIVE = Duration.ofDays(14);

  private static final int LONGEST_KEY = 400;
  private static final int PRUNED_AT_ONCE = 5_000;

  private static final String PRUNE = """
      delete from inbox where (door, key) in (
        select door, key from inbox where received_at < $1 order by received_at limit $2)
      """;
  private static final String FIRST_TIME =
      "insert into inbox (door, key, received_at) values ($1, $2, $3) on conflict do nothing";
  private static final String LOCK = "select pg_advisory_xact_lock($1)";
  private static final String COURSE =
      "select course::text, customer from interaction where id = $1 and arrived_at > $2";
  private static final String SAVE = """
      insert into interaction (id, arrived_at, channel, direction, state, agents, rung, ended_at, cause, course, customer,
        answered_at, queue, transfers)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11, $12, $13, $14)
      on conflict (id, arrived_at) do update set channel = excluded.channel, direction = excluded.direction,
        state = excluded.state, agents = excluded.agents, rung = excluded.rung, ended_at = excluded.ended_at,
        cause = excluded.cause, course = excluded.course, customer = coalesce(excluded.customer, interaction.customer),
        answered_at = excluded.answered_at, queue = excluded.queue, transfers = excluded.transfers
      """;

  private static final String OPEN =
      "select course::text from interaction where state <> 'closed' and arrived_at > $1 order by arrived_at";
  private static final String BELONGS = """
      update interaction set found = $3, customer = coalesce((course ->> 'customer')::uuid, $3)
      where id = $1 and arrived_at > $2
      """;

  private final Database database;
  private final Months months;
  private final PgRecords records;

  /** Also makes the partitions it will need. */
  public PgLedger(Database database) {
    this.database = database;
    this.months = new Months(database);
    this.records = new PgRecords(months);
  }

  @Override
  public Future<Kept> keep(String door, Inbound event, Instant now) {
    if (event instanceof InteractionEvent step) {
      UUID id = Interaction.id(door, step.interaction());
      return interaction(
          new Arrival(door, event.key(), id, now),
          old -> old.map(c -> Life.after(c, step)).orElseGet(() -> Life.begin(door, step, now)));
    }
    if (event instanceof InteractionMessage message) {
      UUID id = Interaction.id(door, message.interaction());
      return interaction(
          new Arrival(door, event.key(), id, now),
          old ->
              old.map(c -> Life.after(c, message)).orElseGet(() -> Life.begin(door, message, now)));
    }
    return record(door, event, now);
  }

  private record Arrival(String door, String key, UUID interaction, Instant now) {}

  @Override
  public Future<List<Course>> open(Instant now) {
    return database
        .query(OPEN, Tuple.of(utc(now.minus(LIVE))))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> Json.read(row.getString(0), Course.class))
            .toList());
  }

  @Override
  public Future<Boolean> prune(Instant before) {
    return database
        .query(PRUNE, Tuple.of(utc(before), PRUNED_AT_ONCE))
        .map(gone -> gone.rowCount() == PRUNED_AT_ONCE);
  }

  @Override
  public Future<Void> belongs(UUID interaction, UUID customer, Instant now) {
    return database
        .query(BELONGS, Tuple.of(interaction, utc(now.minus(LIVE)), customer))
        .mapEmpty();
  }

  @Override
  public Future<Course> change(UUID interaction, UnaryOperator<Course> change, Instant now) {
    return database.transaction(connection -> {
      Future<?> locked = connection.preparedQuery(LOCK).execute(Tuple.of(lock(interaction)));
      Future<Optional<Course>> read = course(connection, interaction, now);
      return Future.all(locked, read).map(both -> read.result()).compose(old -> {
        Course newer = change.apply(
            old.orElseThrow(() -> new Rejected(Rejected.Reason.NOT_FOUND, "no such interaction")));
        return save(connection, newer).map(newer);
      });
    });
  }

  private Future<Kept> interaction(Arrival arrival, Function<Optional<Course>, Course> fold) {
    return months
        .ready("interaction", arrival.now())
        .compose(ready -> database.transaction(connection -> folded(connection, arrival, fold)));
  }

  private static Future<Kept> folded(
      SqlConnection connection, Arrival arrival, Function<Optional<Course>, Course> fold) {
    Future<RowSet<Row>> first = firstTime(connection, arrival.door(), arrival.key(), arrival.now());
    Future<?> locked =
        connection.preparedQuery(LOCK).execute(Tuple.of(lock(arrival.interaction())));
    Future<Optional<Course>> old = course(connection, arrival.interaction(), arrival.now());
    return Future.all(first, locked, old).compose(read -> {
      if (first.result().rowCount() == 0) {
        return Future.succeededFuture(new Kept(false, old.result(), Set.of()));
      }
      Course newer = fold.apply(old.result());
      return save(connection, newer).map(new Kept(true, Optional.of(newer), Set.of()));
    });
  }

  private Future<Kept> record(String door, Inbound event, Instant now) {
    return database.transaction(connection -> firstTime(connection, door, event.key(), now)
        .compose(first -> first.rowCount() == 0
            ? Future.succeededFuture(new Kept(false, Optional.empty(), Set.of()))
            : records
                .keep(connection, door, event)
                .map(who -> new Kept(true, Optional.empty(), who))));
  }

  private static Future<RowSet<Row>> firstTime(
      SqlConnection connection, String door, String key, Instant now) {
    return connection.preparedQuery(FIRST_TIME).execute(Tuple.of(door, indexed(key), utc(now)));
  }

  /** An index entry has at most 2,704 bytes (PostgreSQL's nbtree.h); what could be longer is known by its digest. */
  private static String indexed(String key) {
    return key.length() <= LONGEST_KEY
        ? key
        : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + " "
            + key.substring(0, LONGEST_KEY);
  }

  private static Future<Optional<Course>> course(SqlConnection connection, UUID id, Instant now) {
    return connection
        .preparedQuery(COURSE)
        .execute(Tuple.of(id, utc(now.minus(LIVE))))
        .map(rows -> rows.size() == 0
            ? Optional.empty()
            : Optional.of(Json.read(rows.iterator().next().getString(0), Course.class)));
  }

  private static Future<Void> save(SqlConnection connection, Course course) {
    Interaction now = course.interaction();
    return connection
        .preparedQuery(SAVE)
        .execute(Tuple.tuple()
            .addUUID(now.id())
            .addOffsetDateTime(utc(now.arrivedAt()))
            .addString(now.channel().toString())
            .addString(now.direction().toString())
            .addString(now.state().toString())
            .addArrayOfString(now.agents().toArray(String[]::new))
            .addArrayOfString(course.rung().toArray(String[]::new))
            .addOffsetDateTime(utc(now.endedAt()))
            .addString(now.cause().map(Object::toString).orElse(null))
            .addString(Json.write(course))
            .addUUID(course.customer().orElse(null))
            .addOffsetDateTime(utc(now.answeredAt()))
            .addString(now.queue().orElse(null))
            .addInteger(course.transfers()))
        .mapEmpty();
  }

  private static long lock(UUID id) {
    return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
  }
}
