package shopbell.store.interaction;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.identity.HandleStore;
import shopbell.interaction.InteractionNotes;
import shopbell.json.Json;
import shopbell.model.Rejected;
import shopbell.model.interaction.InteractionLifecycle;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.store.identity.PgHandles;
import shopbell.store.records.PgRecords;
import shopbell.store.sql.Database;

/** Notes, promises and wrap-ups of agents, stored beside their interaction. */
public final class PgInteractionNotes implements InteractionNotes {
  private static final String READ =
      "select course::text from interaction where id = $1 and arrived_at > $2";
  private static final String NOTE =
      "update interaction set note = nullif($3, ''), agent = coalesce(agent, $4) where id = $1 and arrived_at > $2";
  private static final String PROMISE = """
      insert into promise (id, customer, interaction, agent, text, due, made_at, owner, queue)
      select $3, coalesce(customer, $10), id, $4, $5, $6, $7, $8, $9 from interaction
      where id = $1 and arrived_at > $2 and coalesce(customer, $10) is not null
      """;
  private static final String KEPT = """
      update promise p set kept_at = coalesce(p.kept_at, $2) from customer c
      where p.id = $1 and c.id = p.customer returning c.survivor
      """;
  private static final String DONE = """
      update interaction set disposition = coalesce($3, disposition), note = coalesce($4, note), agent = $5,
        reason = coalesce($6, reason)
      where id = $1 and arrived_at > $2
      """;

  /** A statement of its own, after {@link #DONE} has waited for a prediction that is being stored. */
  private static final String PREDICTED =
      "update guess set said = $2, said_at = $3 where interaction = $1";

  private static final String SAID =
      "select disposition, reason, note from interaction where id = $1 and arrived_at > $2";

  /** How long a finished interaction can be reopened. */
  private static final Duration REGRET = Duration.ofMinutes(5);

  private final Database database;
  private final PgEventStore eventStore;
  private final PgRecords records = new PgRecords();

  public PgInteractionNotes(Database database, PgEventStore eventStore) {
    this.database = database;
    this.eventStore = eventStore;
  }

  @Override
  public Future<TrackedInteraction> read(UUID interaction, Instant now) {
    return database
        .query(READ, Tuple.of(interaction, utc(now.minus(PgEventStore.LIVE))))
        .map(rows -> {
          must(rows.size() > 0, Rejected.Reason.NOT_FOUND, "There is no such interaction.");
          return Json.read(rows.iterator().next().getString(0), TrackedInteraction.class);
        });
  }

  @Override
  public Future<Chosen> choose(Pen pen, Choice choice) {
    InteractionWriter writer = eventStore.writer();
    // the interaction is locked last: events of other interactions may have to wait for the lock
    return eventStore
        .transaction(
            pen.interaction(),
            connection -> candidate(connection, choice)
                .compose(stored -> learned(connection, pen, choice))
                .compose(customers -> writer
                    .locked(connection, pen.interaction(), pen.now())
                    .compose(open -> writer.write(
                        connection,
                        open,
                        InteractionLifecycle.chosen(open, choice.customer()),
                        pen.now()))
                    .map(tracked -> new Chosen(tracked, customers))))
        .onSuccess(chosen -> writer.heard(chosen.course()));
  }

  private Future<Void> candidate(SqlConnection connection, Choice choice) {
    return choice
        .candidate()
        .map(
            one -> records.load(connection, one.source(), List.of(one.record())).<Void>mapEmpty())
        .orElseGet(Future::succeededFuture);
  }

  private static Future<Set<UUID>> learned(SqlConnection connection, Pen pen, Choice choice) {
    HandleStore.CustomerChoice learned = new HandleStore.CustomerChoice(
        choice.customer(),
        choice.handles(),
        pen.agent(),
        Optional.of(pen.interaction()),
        pen.now());
    return connection
        .preparedQuery("select 1 from customer where id = $1")
        .execute(Tuple.of(choice.customer()))
        .compose(rows -> {
          must(rows.size() > 0, Rejected.Reason.SENSELESS, "There is no such customer.");
          return PgHandles.learn(connection, learned);
        });
  }

  @Override
  public Future<Void> note(Pen pen, String text) {
    return database
        .query(NOTE, where(pen).addString(text).addString(pen.agent()))
        .map(PgInteractionNotes::found);
  }

  @Override
  public Future<UUID> promise(Pen pen, Word word) {
    UUID id = UUID.randomUUID();
    Tuple row = where(pen)
        .addUUID(id)
        .addString(pen.agent())
        .addString(word.text())
        .addOffsetDateTime(utc(word.due()))
        .addOffsetDateTime(utc(pen.now()))
        .addString(word.owner().orElse(null))
        .addString(word.queue().orElse(null))
        .addUUID(word.shown().orElse(null));
    return database.query(PROMISE, row).map(made -> {
      must(
          made.rowCount() > 0,
          Rejected.Reason.SENSELESS,
          "A promise belongs to a customer: choose the customer of this contact first.");
      return id;
    });
  }

  @Override
  public Future<UUID> kept(UUID promise, Instant now) {
    return database.query(KEPT, Tuple.of(promise, utc(now))).map(rows -> {
      found(rows);
      return rows.iterator().next().getUUID(0);
    });
  }

  @Override
  public Future<TrackedInteraction> wrapUp(Pen pen, Ending ending) {
    Tuple row = where(pen)
        .addString(ending.disposition().orElse(null))
        .addString(ending.note().orElse(null))
        .addString(pen.agent())
        .addString(ending.reason().orElse(null));
    InteractionWriter writer = eventStore.writer();
    return eventStore
        .transaction(
            pen.interaction(),
            connection -> writer
                .locked(connection, pen.interaction(), pen.now())
                .compose(open -> connection
                    .preparedQuery(DONE)
                    .execute(row)
                    .compose(written -> compared(connection, pen, ending))
                    .map(open))
                .compose(open -> writer.write(
                    connection, open, InteractionLifecycle.wrappedUp(open, pen.now()), pen.now())))
        .onSuccess(writer::heard);
  }

  /** Tells the prediction the reason that the agent chose; an ending without a reason tells nothing. */
  private static Future<Void> compared(SqlConnection connection, Pen pen, Ending ending) {
    return ending
        .reason()
        .map(reason -> connection
            .preparedQuery(PREDICTED)
            .execute(Tuple.of(pen.interaction(), reason, utc(pen.now())))
            .<Void>mapEmpty())
        .orElseGet(Future::succeededFuture);
  }

  @Override
  public Future<Reopened> reopen(Pen pen) {
    return eventStore
        .change(pen.interaction(), tracked -> reopened(tracked, pen.now()), pen.now())
        .compose(tracked -> database.query(SAID, where(pen)).map(rows -> {
          Row row = rows.iterator().next();
          return new Reopened(
              tracked,
              new Ending(
                  Optional.ofNullable(row.getString("disposition")),
                  Optional.ofNullable(row.getString("reason")),
                  Optional.ofNullable(row.getString("note"))));
        }));
  }

  private static TrackedInteraction reopened(TrackedInteraction tracked, Instant now) {
    must(
        tracked.wrappedUpAt().filter(at -> !at.plus(REGRET).isBefore(now)).isPresent(),
        Rejected.Reason.CONFLICT,
        "Only a contact that an agent finished within the last five minutes can be opened again.");
    return InteractionLifecycle.reopened(tracked);
  }

  private static Tuple where(Pen pen) {
    return Tuple.of(pen.interaction(), utc(pen.now().minus(PgEventStore.LIVE)));
  }

  private static Void found(RowSet<Row> rows) {
    must(rows.rowCount() > 0, Rejected.Reason.NOT_FOUND, "There is no such thing.");
    return null;
  }

  private static void must(boolean so, Rejected.Reason reason, String otherwise) {
    if (!so) {
      throw new Rejected(reason, otherwise);
    }
  }
}
