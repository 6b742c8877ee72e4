package shopbell.store.interaction;

import static shopbell.store.sql.Columns.utc;

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
import shopbell.interaction.EventStore;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionMessage;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.store.records.PgRecords;
import shopbell.store.sql.Batcher;
import shopbell.store.sql.Database;
import shopbell.store.sql.MonthlyPartitions;

/** The event log in PostgreSQL: an event of an interaction takes one round trip, see {@link InteractionWriter}. */
public final class PgEventStore implements EventStore {
  /** Older interactions are history: their ids are not looked up, so that only recent partitions are read. */
  static final Duration LIVE = Duration.ofDays(14);

  /**
   * How long customer links are collected before they are written: only readers of the history need them, and not at
   * once.
   */
  private static final Duration MOMENT = Duration.ofMillis(100);

  private static final int LONGEST_KEY = 400;
  private static final int PRUNED_AT_ONCE = 5_000;

  private static final String PRUNE = """
      with forgotten as (delete from id_reuse where at < $1)
      delete from inbox where (door, key) in (
        select door, key from inbox where received_at < $1 order by received_at limit $2)
      """;

  private static final String FIRST_TIME =
      "insert into inbox (door, key, received_at) values ($1, $2, $3) on conflict do nothing";

  private static final String BELONGS = """
      update interaction set found = $3, customer = coalesce((course ->> 'customer')::uuid, $3)
      where id = $1 and arrived_at > $2
      """;

  private final Database database;
  private final InteractionWriter writer;
  private final Batcher<Tuple, RowSet<Row>> belonging;
  private final Map<UUID, Future<Void>> linking = new ConcurrentHashMap<>();
  private final OpenInteractionQuery standing;
  private final MonthlyPartitions monthlyPartitions;
  private final PgRecords records = new PgRecords();

  /** Also makes the partitions it will need. */
  public PgEventStore(Database database) {
    this.database = database;
    this.writer = new InteractionWriter(database);
    this.belonging = database.writtenTogether(BELONGS, MOMENT);
    this.standing = new OpenInteractionQuery(database);
    this.monthlyPartitions = new MonthlyPartitions(database);
  }

  @Override
  public Future<SavedEvent> keep(String door, Inbound event, Instant now) {
    if (event instanceof InteractionEvent step) {
      return interaction(door, event, Interaction.id(door, step.interaction()), now);
    }
    if (event instanceof InteractionMessage message) {
      return interaction(door, event, Interaction.id(door, message.interaction()), now);
    }
    return record(door, event, now);
  }

  @Override
  public void heard(TrackedInteraction tracked) {
    writer.heard(tracked);
  }

  @Override
  public Future<List<TrackedInteraction>> open(Instant now) {
    return standing.open(now.minus(LIVE));
  }

  @Override
  public Future<Map<UUID, Integer>> revisions(Instant now) {
    return standing.revisions(now.minus(LIVE));
  }

  @Override
  public Future<List<TrackedInteraction>> courses(Collection<UUID> interactions, Instant now) {
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
        .join(
            InteractionWriter.lock(interaction),
            Tuple.of(interaction, utc(now.minus(LIVE)), customer))
        .mapEmpty();
    linking.put(interaction, written);
    return written.onComplete(done -> linking.remove(interaction, written));
  }

  /**
   * Flushes the customer link of {@code interaction} before any other write about it: its end is sent to webhooks with
   * its customer.
   */
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
  public Future<TrackedInteraction> change(
      UUID interaction, UnaryOperator<TrackedInteraction> change, Instant now) {
    return linked(interaction).compose(linked -> writer.change(interaction, change, now));
  }

  /** One transaction of several writes about {@code interaction}: everything is written, or nothing. */
  <T> Future<T> transaction(UUID interaction, Function<SqlConnection, Future<T>> work) {
    return linked(interaction).compose(linked -> database.shortTransaction(work));
  }

  /** Writes interactions within {@link #transaction}. */
  InteractionWriter writer() {
    return writer;
  }

  private Future<SavedEvent> interaction(String door, Inbound event, UUID first, Instant now) {
    return monthlyPartitions
        .ready("interaction", now)
        .compose(
            ready -> linked(writer.guess(first).map(c -> c.interaction().id()).orElse(first)))
        .compose(linked -> writer.keep(door, event, first, now));
  }

  private Future<SavedEvent> record(String door, Inbound event, Instant now) {
    List<Inbound> alone = List.of(event);
    return monthlyPartitions
        .ready(alone)
        .compose(ready ->
            database.transaction(connection -> firstTime(connection, door, event.key(), now)
                .compose(first -> first.rowCount() == 0
                    ? Future.succeededFuture(new SavedEvent(false, Optional.empty(), Set.of()))
                    : records
                        .load(connection, door, alone)
                        .map(who -> new SavedEvent(true, Optional.empty(), who)))));
  }

  private static Future<RowSet<Row>> firstTime(
      SqlConnection connection, String door, String key, Instant now) {
    return connection.preparedQuery(FIRST_TIME).execute(Tuple.of(door, indexed(key), utc(now)));
  }

  /** An index entry has at most 2,704 bytes (PostgreSQL's nbtree.h); a longer key is replaced by its digest. */
  static String indexed(String key) {
    return key.length() <= LONGEST_KEY
        ? key
        : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + " "
            + key.substring(0, LONGEST_KEY);
  }
}
