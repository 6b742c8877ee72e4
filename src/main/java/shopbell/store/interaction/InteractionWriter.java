package shopbell.store.interaction;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import shopbell.interaction.EventStore.SavedEvent;
import shopbell.json.Json;
import shopbell.model.Rejected;
import shopbell.model.Unavailable;
import shopbell.model.event.Inbound;
import shopbell.model.interaction.EventKey;
import shopbell.model.interaction.IdReuse;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionLifecycle;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.security.NameKey;
import shopbell.store.sql.Batcher;
import shopbell.store.sql.Database;

/**
 * Writes interactions, one round trip an event: the event is folded into the last known state, and {@code keep_course}
 * writes the result only if that state is current. Of interactions with the same sender's id the newest one continues.
 */
final class InteractionWriter {
  /** Each try fails only because another event of the same interaction was stored. */
  private static final int MOST_TRIES = 50;

  private static final String COURSE =
      "select course::text from interaction where id = $1 and arrived_at > $2";
  private static final String LOCKED = "select pg_advisory_xact_lock($1)";
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
   * An attempt to write the result of {@code fold}.
   *
   * @param door and event empty for a change of ours
   * @param newest whether it concerns the newest interaction with its sender's id, whichever that is by now
   */
  private record Attempt(
      Optional<String> door,
      Optional<Inbound> event,
      Instant now,
      Function<Optional<TrackedInteraction>, TrackedInteraction> fold,
      boolean newest,
      int tries) {
    Attempt again() {
      return new Attempt(door, event, now, fold, newest, tries + 1);
    }

    /** For an interaction before the newest one, whose state may only be newer than the known one. */
    Attempt ofEarlier() {
      return new Attempt(
          door,
          event,
          now,
          old -> InteractionLifecycle.after(old.orElseThrow(), event.orElseThrow()),
          false,
          tries);
    }

    String key(TrackedInteraction tracked) {
      return event
          .map(told -> EventKey.within(tracked, told.key()))
          .map(PgEventStore::indexed)
          .orElse(null);
    }
  }

  /** Caches a state that another node has stored. */
  void heard(TrackedInteraction tracked) {
    interactionCache.put(tracked);
  }

  /** The newest interaction with the sender's id of {@code first}, as last known here. */
  Optional<TrackedInteraction> guess(UUID first) {
    return interactionCache.guess(first);
  }

  /** {@code event} is a step or message of the interaction {@code first} or of a later one with its sender's id. */
  Future<SavedEvent> keep(String door, Inbound event, UUID first, Instant now) {
    Attempt attempt = new Attempt(
        Optional.of(door),
        Optional.of(event),
        now,
        old -> InteractionLifecycle.next(old, door, event, now),
        true,
        1);
    return attempt(attempt, interactionCache.guess(first));
  }

  /** Applies a change of ours; NOT_FOUND when there is no such interaction. */
  Future<TrackedInteraction> change(
      UUID interaction, UnaryOperator<TrackedInteraction> change, Instant now) {
    return course(interaction, now)
        .compose(old -> attempt(ours(change, now), old))
        .map(savedEvent -> savedEvent.course().orElseThrow());
  }

  private static Attempt ours(UnaryOperator<TrackedInteraction> change, Instant now) {
    return new Attempt(
        Optional.empty(), Optional.empty(), now, old -> change.apply(existing(old)), false, 1);
  }

  private static TrackedInteraction existing(Optional<TrackedInteraction> tracked) {
    return tracked.orElseThrow(
        () -> new Rejected(Rejected.Reason.NOT_FOUND, "There is no such interaction."));
  }

  /**
   * The interaction, which no other process changes until the transaction of {@code connection} ends; NOT_FOUND when
   * there is none.
   */
  Future<TrackedInteraction> locked(SqlConnection connection, UUID interaction, Instant now) {
    return course(connection, interaction, now)
        .compose(
            before -> connection.preparedQuery(LOCKED).execute(Tuple.of(lock(existing(before)))))
        .compose(locked -> course(connection, interaction, now))
        .map(InteractionWriter::existing);
  }

  /** Writes the state that follows {@code locked}; it has to be cached by {@link #heard} after the commit. */
  Future<TrackedInteraction> write(
      SqlConnection connection, TrackedInteraction locked, TrackedInteraction newer, Instant now) {
    Tuple row = row(ours(old -> newer, now), Optional.of(locked), newer);
    return connection.preparedQuery(KEEP).execute(row).map(rows -> {
      if (!rows.iterator().next().getString("outcome").equals("kept")) {
        throw new IllegalStateException(
            "interaction " + newer.interaction().id() + " was changed in spite of its lock");
      }
      return newer;
    });
  }

  private Future<SavedEvent> attempt(Attempt attempt, Optional<TrackedInteraction> old) {
    Optional<UUID> earlier = old.flatMap(
        tracked -> attempt.event().flatMap(event -> InteractionLifecycle.late(tracked, event)));
    return earlier
        .map(before -> earlier(attempt, old, before))
        .orElseGet(() -> write(attempt, old));
  }

  /** It happened before the newest interaction began; an event of one older than two weeks is dropped. */
  private Future<SavedEvent> earlier(
      Attempt attempt, Optional<TrackedInteraction> newest, UUID before) {
    return course(before, attempt.now())
        .compose(course -> course.isEmpty()
            ? Future.succeededFuture(new SavedEvent(false, newest, Set.of()))
            : attempt(attempt.ofEarlier(), course));
  }

  private Future<SavedEvent> write(Attempt attempt, Optional<TrackedInteraction> old) {
    TrackedInteraction newer = attempt.fold().apply(old);
    return keeping.join(lock(newer), row(attempt, old, newer)).compose(rows -> {
      Row row = rows.iterator().next();
      Optional<TrackedInteraction> stands =
          Optional.ofNullable(row.getString("stands")).map(OpenInteractionQuery::course);
      return switch (row.getString("outcome")) {
        case "kept" -> kept(newer);
        case "repeated" -> Future.succeededFuture(new SavedEvent(false, stands, Set.of()));
        default -> again(attempt, newer, stands);
      };
    });
  }

  private Future<SavedEvent> kept(TrackedInteraction tracked) {
    interactionCache.put(tracked);
    return Future.succeededFuture(new SavedEvent(true, Optional.of(tracked), Set.of()));
  }

  private Future<SavedEvent> again(
      Attempt attempt, TrackedInteraction newer, Optional<TrackedInteraction> stands) {
    if (attempt.tries() == MOST_TRIES) {
      return Future.failedFuture(
          new Unavailable("interaction " + newer.interaction().id() + " changes too fast", null));
    }
    stands.ifPresentOrElse(interactionCache::put, () -> interactionCache.forget(newer.first()));
    return attempt(attempt.again(), stands);
  }

  private Future<Optional<TrackedInteraction>> course(UUID id, Instant now) {
    return database.quick(COURSE, live(id, now)).map(InteractionWriter::first);
  }

  private static Future<Optional<TrackedInteraction>> course(
      SqlConnection connection, UUID id, Instant now) {
    return connection.preparedQuery(COURSE).execute(live(id, now)).map(InteractionWriter::first);
  }

  private static Tuple live(UUID id, Instant now) {
    return Tuple.of(id, utc(now.minus(PgEventStore.LIVE)));
  }

  private static Optional<TrackedInteraction> first(RowSet<Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(OpenInteractionQuery.course(rows.iterator().next().getString(0)));
  }

  /** As sent, and as {@link NameKey} compares it: an absent agent finds missed interactions by either. */
  private static String[] rung(TrackedInteraction tracked) {
    return tracked.rung().stream()
        .flatMap(name -> Stream.of(name, NameKey.of(name)))
        .distinct()
        .toArray(String[]::new);
  }

  private static Tuple row(
      Attempt attempt, Optional<TrackedInteraction> old, TrackedInteraction newer) {
    Interaction now = newer.interaction();
    return Tuple.tuple()
        .addString(attempt.door().orElse(null))
        .addString(attempt.key(newer))
        .addOffsetDateTime(utc(attempt.now()))
        .addOffsetDateTime(utc(attempt.now().minus(PgEventStore.LIVE)))
        .addLong(lock(newer))
        .addInteger(old.map(TrackedInteraction::revision).orElse(-1))
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

  /** Equal for all interactions with one sender's id. */
  private static long lock(TrackedInteraction tracked) {
    return lock(tracked.first());
  }

  static long lock(UUID id) {
    return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
  }
}
