package shopbell.store.interaction;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import shopbell.interaction.EventStore.Kept;
import shopbell.json.Json;
import shopbell.model.Course;
import shopbell.model.EventKey;
import shopbell.model.IdReuse;
import shopbell.model.Inbound;
import shopbell.model.Interaction;
import shopbell.model.Life;
import shopbell.model.Rejected;
import shopbell.model.Unavailable;
import shopbell.security.NameKey;
import shopbell.store.sql.Batcher;
import shopbell.store.sql.Database;

/**
 * Writes interactions, one round trip an event: it is folded into the course as that was last known, and {@code keep_course}
 * writes it only if it still stands so. Of contacts with the same sender's id the newest is the one that goes on.
 */
final class InteractionWriter {
  /** Each try loses only against another event of the same interaction that was kept. */
  private static final int MOST_TRIES = 50;

  private static final String COURSE =
      "select course::text from interaction where id = $1 and arrived_at > $2";
  private static final String KEEP = """
      select outcome, stands from keep_course($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
        $18, $19, $20, $21, $22, $23)
      """;

  private final Database database;
  private final Batcher<Tuple, RowSet<Row>> keeping;
  private final InteractionCache interactionCache = new InteractionCache();

  InteractionWriter(Database database) {
    this.database = database;
    this.keeping = database.writtenTogether(KEEP);
  }

  /**
   * A try to write what {@code fold} makes of a course.
   *
   * @param door and event empty for a change of ours
   * @param newest whether it concerns the newest contact with its sender's id, whichever that is by now
   */
  private record Attempt(
      Optional<String> door,
      Optional<Inbound> event,
      Instant now,
      Function<Optional<Course>, Course> fold,
      boolean newest,
      int tries) {
    Attempt again() {
      return new Attempt(door, event, now, fold, newest, tries + 1);
    }

    /** Of a contact before the newest, which can only have gone on otherwise than was known. */
    Attempt ofEarlier() {
      return new Attempt(
          door,
          event,
          now,
          old -> Life.after(old.orElseThrow(), event.orElseThrow()),
          false,
          tries);
    }

    String key(Course course) {
      return event
          .map(told -> EventKey.within(course, told.key()))
          .map(PgEventStore::indexed)
          .orElse(null);
    }
  }

  /** One that another node has kept. */
  void heard(Course course) {
    interactionCache.put(course);
  }

  /** The newest contact whose sender's id is that of {@code first}, as it was last known here. */
  Optional<Course> guess(UUID first) {
    return interactionCache.guess(first);
  }

  /** {@code event} is a step or message of the interaction {@code first} or of a later one with its sender's id. */
  Future<Kept> keep(String door, Inbound event, UUID first, Instant now) {
    Attempt attempt = new Attempt(
        Optional.of(door),
        Optional.of(event),
        now,
        old -> Life.next(old, door, event, now),
        true,
        1);
    return attempt(attempt, interactionCache.guess(first));
  }

  /** A change of ours; NOT_FOUND when there is no such interaction. */
  Future<Course> change(UUID interaction, UnaryOperator<Course> change, Instant now) {
    Attempt attempt = new Attempt(
        Optional.empty(),
        Optional.empty(),
        now,
        course -> change.apply(course.orElseThrow(
            () -> new Rejected(Rejected.Reason.NOT_FOUND, "There is no such interaction."))),
        false,
        1);
    return course(interaction, now)
        .compose(old -> attempt(attempt, old))
        .map(kept -> kept.course().orElseThrow());
  }

  private Future<Kept> attempt(Attempt attempt, Optional<Course> old) {
    Optional<UUID> earlier =
        old.flatMap(course -> attempt.event().flatMap(event -> Life.late(course, event)));
    return earlier
        .map(before -> earlier(attempt, old, before))
        .orElseGet(() -> write(attempt, old));
  }

  /** It happened before the newest contact began; of one that is older than two weeks nothing is to be told any more. */
  private Future<Kept> earlier(Attempt attempt, Optional<Course> newest, UUID before) {
    return course(before, attempt.now())
        .compose(course -> course.isEmpty()
            ? Future.succeededFuture(new Kept(false, newest, Set.of()))
            : attempt(attempt.ofEarlier(), course));
  }

  private Future<Kept> write(Attempt attempt, Optional<Course> old) {
    Course newer = attempt.fold().apply(old);
    return keeping.join(lock(newer), row(attempt, old, newer)).compose(rows -> {
      Row row = rows.iterator().next();
      Optional<Course> stands =
          Optional.ofNullable(row.getString("stands")).map(OpenInteractionQuery::course);
      return switch (row.getString("outcome")) {
        case "kept" -> kept(newer);
        case "repeated" -> Future.succeededFuture(new Kept(false, stands, Set.of()));
        default -> again(attempt, newer, stands);
      };
    });
  }

  private Future<Kept> kept(Course course) {
    interactionCache.put(course);
    return Future.succeededFuture(new Kept(true, Optional.of(course), Set.of()));
  }

  private Future<Kept> again(Attempt attempt, Course newer, Optional<Course> stands) {
    if (attempt.tries() == MOST_TRIES) {
      return Future.failedFuture(
          new Unavailable("interaction " + newer.interaction().id() + " changes too fast", null));
    }
    stands.ifPresentOrElse(interactionCache::put, () -> interactionCache.forget(newer.first()));
    return attempt(attempt.again(), stands);
  }

  private Future<Optional<Course>> course(UUID id, Instant now) {
    return database
        .quick(COURSE, Tuple.of(id, utc(now.minus(PgEventStore.LIVE))))
        .map(rows -> rows.size() == 0
            ? Optional.empty()
            : Optional.of(OpenInteractionQuery.course(rows.iterator().next().getString(0))));
  }

  /** As sent, and as {@link NameKey} compares it: whoever was away finds what rang by either. */
  private static String[] rung(Course course) {
    return course.rung().stream()
        .flatMap(name -> Stream.of(name, NameKey.of(name)))
        .distinct()
        .toArray(String[]::new);
  }

  private static Tuple row(Attempt attempt, Optional<Course> old, Course newer) {
    Interaction now = newer.interaction();
    return Tuple.tuple()
        .addString(attempt.door().orElse(null))
        .addString(attempt.key(newer))
        .addOffsetDateTime(utc(attempt.now()))
        .addOffsetDateTime(utc(attempt.now().minus(PgEventStore.LIVE)))
        .addLong(lock(newer))
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
        .addInteger(newer.transfers())
        .addUUID(old.map(c -> c.interaction().id())
            .filter(id -> !id.equals(now.id()))
            .orElse(null))
        .addUUID(attempt.newest() ? newer.first() : null)
        .addInteger(newer.reuse().map(IdReuse::earlier).orElse(0));
  }

  /** The same for all contacts with one sender's id. */
  private static long lock(Course course) {
    return lock(course.first());
  }

  static long lock(UUID id) {
    return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
  }
}
