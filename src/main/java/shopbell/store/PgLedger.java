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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import shopbell.ingress.Ledger;
import shopbell.model.Course;
import shopbell.model.Inbound;
import shopbell.model.Interaction;
import shopbell.model.InteractionEvent;
import shopbell.model.InteractionMessage;
import shopbell.model.Life;
import shopbell.model.Rejected;
import shopbell.model.Unavailable;
import shopbell.security.NameKey;
import shopbell.wire.Json;

/**
 * The ledger in PostgreSQL: one round trip an event. An event is folded into the course as it was last known; {@code
 * keep_course} writes it only if it still stands so.
 */
public final class PgLedger implements Ledger {
  /** Older interactions are history: their ids are not looked for, so that only recent partitions are read. */
  static final Duration LIVE = Duration.ofDays(14);

  /** How long writing whose a contact is waits for others: it is asked of the store by those who read history, and not at once. */
  private static final Duration MOMENT = Duration.ofMillis(100);

  private static final int LONGEST_KEY = 400;
  private static final int PRUNED_AT_ONCE = 5_000;

  private static final String PRUNE = """
      delete from inbox where (door, key) in (
        select door, key from inbox where received_at < $1 order by received_at limit $2)
      """;
  /** Each try loses only against another event of the same interaction that was kept. */
  private static final int MOST_TRIES = 50;

  private static final String FIRST_TIME =
      "insert into inbox (door, key, received_at) values ($1, $2, $3) on conflict do nothing";
  private static final String COURSE =
      "select course::text from interaction where id = $1 and arrived_at > $2";
  private static final String KEEP = """
      select outcome, stands from keep_course($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
        $18, $19, $20)
      """;

  private static final String BELONGS = """
      update interaction set found = $3, customer = coalesce((course ->> 'customer')::uuid, $3)
      where id = $1 and arrived_at > $2
      """;

  private final Database database;
  private final Convoy<Tuple, RowSet<Row>> keeping;
  private final Convoy<Tuple, RowSet<Row>> belonging;
  private final Map<UUID, Future<Void>> linking = new ConcurrentHashMap<>();
  private final StandingCourses standing;
  private final Months months;
  private final PgRecords records = new PgRecords();
  private final Courses courses = new Courses();

  /** Also makes the partitions it will need. */
  public PgLedger(Database database) {
    this.database = database;
    this.keeping = database.writtenTogether(KEEP);
    this.belonging = database.writtenTogether(BELONGS, MOMENT);
    this.standing = new StandingCourses(database);
    this.months = new Months(database);
  }

  @Override
  public Future<Kept> keep(String door, Inbound event, Instant now) {
    if (event instanceof InteractionEvent step) {
      UUID id = Interaction.id(door, step.interaction());
      return interaction(
          new Arrival(Optional.of(door), Optional.of(event.key()), id, now),
          old -> old.map(c -> Life.after(c, step)).orElseGet(() -> Life.begin(door, step, now)));
    }
    if (event instanceof InteractionMessage message) {
      UUID id = Interaction.id(door, message.interaction());
      return interaction(
          new Arrival(Optional.of(door), Optional.of(event.key()), id, now),
          old ->
              old.map(c -> Life.after(c, message)).orElseGet(() -> Life.begin(door, message, now)));
    }
    return record(door, event, now);
  }

  @Override
  public void heard(Course course) {
    courses.put(course);
  }

  /** What is to be kept: an event by its door and key, or a change of ours that has neither. */
  private record Arrival(
      Optional<String> door, Optional<String> key, UUID interaction, Instant now) {}

  @Override
  public Future<List<Course>> open(Instant now) {
    return standing.open(now.minus(LIVE));
  }

  @Override
  public Future<Map<UUID, Integer>> revisions(Instant now) {
    return standing.revisions(now.minus(LIVE));
  }

  @Override
  public Future<List<Course>> courses(Collection<UUID> interactions, Instant now) {
    return standing.courses(interactions, now.minus(LIVE));
  }

  @Override
  public Future<Boolean> prune(Instant before) {
    return database
        .query(PRUNE, Tuple.of(utc(before), PRUNED_AT_ONCE))
        .map(gone -> gone.rowCount() == PRUNED_AT_ONCE);
  }

  @Override
  public Future<Void> belongs(UUID interaction, UUID customer, Instant now) {
    Future<Void> written = belonging
        .join(lock(interaction), Tuple.of(interaction, utc(now.minus(LIVE)), customer))
        .mapEmpty();
    linking.put(interaction, written);
    return written.onComplete(done -> linking.remove(interaction, written));
  }

  /** Whose {@code interaction} is, is written before anything else about it: when it ends, others are told with its customer. */
  private Future<Void> linked(UUID interaction) {
    Future<Void> written = linking.get(interaction);
    if (written == null) {
      return Future.succeededFuture();
    }
    belonging.hurry();
    return written.transform(done -> Future.succeededFuture());
  }

  @Override
  public Future<Set<UUID>> unlinked(Collection<UUID> interactions, Instant now) {
    return standing.unlinked(interactions, now.minus(LIVE));
  }

  @Override
  public Future<Course> change(UUID interaction, UnaryOperator<Course> change, Instant now) {
    Arrival arrival = new Arrival(Optional.empty(), Optional.empty(), interaction, now);
    return linked(interaction)
        .compose(linked -> course(interaction, now))
        .compose(old -> attempt(
            arrival,
            course -> change.apply(course.orElseThrow(
                () -> new Rejected(Rejected.Reason.NOT_FOUND, "There is no such interaction."))),
            old,
            1))
        .map(kept -> kept.course().orElseThrow());
  }

  private Future<Kept> interaction(Arrival arrival, Function<Optional<Course>, Course> fold) {
    return months
        .ready("interaction", arrival.now())
        .compose(ready -> linked(arrival.interaction()))
        .compose(linked -> attempt(arrival, fold, courses.guess(arrival.interaction()), 1));
  }

  private Future<Kept> attempt(
      Arrival arrival, Function<Optional<Course>, Course> fold, Optional<Course> old, int tries) {
    Course newer = fold.apply(old);
    return keeping.join(lock(arrival.interaction()), row(arrival, old, newer)).compose(rows -> {
      Row row = rows.iterator().next();
      Optional<Course> stands =
          Optional.ofNullable(row.getString("stands")).map(StandingCourses::course);
      return switch (row.getString("outcome")) {
        case "kept" -> kept(newer);
        case "repeated" -> Future.succeededFuture(new Kept(false, stands, Set.of()));
        default -> again(arrival, fold, stands, tries);
      };
    });
  }

  private Future<Kept> kept(Course course) {
    courses.put(course);
    return Future.succeededFuture(new Kept(true, Optional.of(course), Set.of()));
  }

  private Future<Kept> again(
      Arrival arrival,
      Function<Optional<Course>, Course> fold,
      Optional<Course> stands,
      int tries) {
    if (tries == MOST_TRIES) {
      return Future.failedFuture(
          new Unavailable("interaction " + arrival.interaction() + " changes too fast", null));
    }
    stands.ifPresentOrElse(courses::put, () -> courses.forget(arrival.interaction()));
    return attempt(arrival, fold, stands, tries + 1);
  }

  private Future<Kept> record(String door, Inbound event, Instant now) {
    List<Inbound> alone = List.of(event);
    return months
        .ready(alone)
        .compose(ready ->
            database.transaction(connection -> firstTime(connection, door, event.key(), now)
                .compose(first -> first.rowCount() == 0
                    ? Future.succeededFuture(new Kept(false, Optional.empty(), Set.of()))
                    : records
                        .load(connection, door, alone)
                        .map(who -> new Kept(true, Optional.empty(), who)))));
  }

  private static Future<RowSet<Row>> firstTime(
      SqlConnection connection, String door, String key, Instant now) {
    return connection.preparedQuery(FIRST_TIME).execute(Tuple.of(door, indexed(key), utc(now)));
  }

  /** As sent, and as {@link NameKey} compares it: whoever was away finds what rang by either. */
  private static String[] rung(Course course) {
    return course.rung().stream()
        .flatMap(name -> Stream.of(name, NameKey.of(name)))
        .distinct()
        .toArray(String[]::new);
  }

  /** An index entry has at most 2,704 bytes (PostgreSQL's nbtree.h); what could be longer is known by its digest. */
  private static String indexed(String key) {
    return key.length() <= LONGEST_KEY
        ? key
        : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + " "
            + key.substring(0, LONGEST_KEY);
  }

  private Future<Optional<Course>> course(UUID id, Instant now) {
    return database
        .quick(COURSE, Tuple.of(id, utc(now.minus(LIVE))))
        .map(rows -> rows.size() == 0
            ? Optional.empty()
            : Optional.of(StandingCourses.course(rows.iterator().next().getString(0))));
  }

  private static Tuple row(Arrival arrival, Optional<Course> old, Course newer) {
    Interaction now = newer.interaction();
    return Tuple.tuple()
        .addString(arrival.door().orElse(null))
        .addString(arrival.key().map(PgLedger::indexed).orElse(null))
        .addOffsetDateTime(utc(arrival.now()))
        .addOffsetDateTime(utc(arrival.now().minus(LIVE)))
        .addLong(lock(now.id()))
        .addInteger(old.map(Course::revision).orElse(-1))
        .addUUID(now.id())
        .addOffsetDateTime(utc(now.arrivedAt()))
        .addString(now.channel().toString())
        .addString(now.direction().toString())
        .addString(now.state().toString())
        .addArrayOfString(now.agents().toArray(String[]::new))
        .addArrayOfString(rung(newer))
        .addOffsetDateTime(utc(now.endedAt()))
        .addString(now.cause().map(Object::toString).orElse(null))
        .addString(Json.write(newer))
        .addUUID(newer.customer().orElse(null))
        .addOffsetDateTime(utc(now.answeredAt()))
        .addString(now.queue().orElse(null))
        .addInteger(newer.transfers());
  }

  private static long lock(UUID id) {
    return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
  }
}
