package shopbell.store.decision;

import static shopbell.store.sql.Columns.instant;
import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.ContractWord;
import shopbell.model.Handle;
import shopbell.model.decision.ActionResponse;
import shopbell.model.decision.HoldOutAssignment;
import shopbell.model.decision.PersonHistory;
import shopbell.model.decision.PersonHistory.ShownAction;
import shopbell.model.decision.ResponseKind;
import shopbell.nextaction.DecisionStore;
import shopbell.nextaction.LoggedDecision;
import shopbell.store.sql.Batcher;
import shopbell.store.sql.Database;
import shopbell.store.sql.Queries;

/** Decisions, and beside each what was shown of it with the answers; a decision is written in one statement. */
public final class PgDecisions implements DecisionStore {
  private static final int PRUNED_AT_ONCE = 5_000;
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final String PERSON = Queries.named("decisions-of-person");
  private static final String WRITE = Queries.named("decision");
  private static final String ANSWER = """
      update exposure set response = $3, comment = $4, responded_at = $5
      where decision = $1 and action = $2 and state = 'shown'
      """;
  private static final String FIND = """
      select d.id, d.customer, d.interaction, d.channel, d.queue, d.placement, d.at, d.inputs, d.explanation::text as explanation,
        e.action, e.response, e.comment, e.responded_at
      from decision d left join exposure e on e.decision = d.id and e.response is not null
      where d.id = $1 order by e.responded_at
      """;
  private static final String HOLDERS = """
      select distinct c.survivor from handle h join customer c on c.id = h.customer
      where h.kind = $1 and h.value = $2 and not h.block limit 2
      """;
  private static final String PRUNE = """
      with old as (delete from decision where id in (select id from decision where at < $1 order by at limit $2)),
        seen as (delete from exposure where (decision, action) in (
          select decision, action from exposure where at < $1 order by at limit $2) returning 1),
        models as (delete from success_model m where at < $1 and observations < (
          select max(n.observations) from success_model n where n.action = m.action))
      select count(*) as gone from seen
      """;

  private final Database database;
  private final Batcher<UUID, List<Row>> persons;
  private final Batcher<Tuple, RowSet<Row>> written;

  public PgDecisions(Database database) {
    this.database = database;
    this.persons = database.lookedUpTogether(
        PERSON, customers -> Tuple.tuple().addArrayOfUUID(customers.toArray(UUID[]::new)));
    this.written = database.writtenTogether(WRITE, PAUSE);
  }

  @Override
  public Future<PersonRecord> person(UUID customer) {
    return persons.join(customer).map(PgDecisions::record);
  }

  private static PersonRecord record(List<Row> rows) {
    List<ShownAction> shown = new ArrayList<>();
    List<ActionResponse> responses = new ArrayList<>();
    List<HoldOutAssignment> holdOuts = new ArrayList<>();
    for (Row row : rows) {
      Instant at = row.getOffsetDateTime("at").toInstant();
      String action = row.getString("action");
      if (row.getBoolean("held_out") != null) {
        holdOuts.add(new HoldOutAssignment(
            row.getUUID("id"), action, row.getBoolean("held_out"), row.getDouble("share"), at));
      } else {
        shown.add(new ShownAction(row.getUUID("id"), action, at));
        response(row, "id").ifPresent(responses::add);
      }
    }
    return new PersonRecord(new PersonHistory(shown, responses), holdOuts);
  }

  private static Optional<ActionResponse> response(Row row, String decision) {
    return instant(row, "responded_at")
        .map(at -> new ActionResponse(
            row.getUUID(decision),
            row.getString("action"),
            ContractWord.of(ResponseKind.class, row.getString("response")),
            row.getString("comment"),
            at));
  }

  @Override
  public Future<Void> write(LoggedDecision logged) {
    return written.join(DecisionRows.of(logged)).mapEmpty();
  }

  @Override
  public Future<Boolean> answered(ActionResponse response) {
    return database
        .query(
            ANSWER,
            Tuple.of(
                response.decision(),
                response.action(),
                response.kind().toString(),
                response.word(),
                utc(response.at())))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Optional<StoredDecision>> find(UUID decision) {
    return database.query(FIND, Tuple.of(decision)).map(rows -> {
      List<ActionResponse> responses =
          rows.stream().flatMap(row -> response(row, "id").stream()).toList();
      return rows.stream().findFirst().map(row -> stored(row, responses));
    });
  }

  private static StoredDecision stored(Row row, List<ActionResponse> responses) {
    return new StoredDecision(
        row.getUUID("id"),
        row.getUUID("customer"),
        Optional.ofNullable(row.getUUID("interaction")),
        row.getString("channel"),
        Optional.ofNullable(row.getString("queue")),
        row.getString("placement"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("inputs"),
        row.getString("explanation"),
        responses);
  }

  @Override
  public Future<List<UUID>> holders(Handle handle) {
    return database
        .query(HOLDERS, Tuple.of(handle.kind().toString(), handle.value()))
        .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
  }

  @Override
  public Future<Boolean> prune(Instant before) {
    return database
        .query(PRUNE, Tuple.of(utc(before), PRUNED_AT_ONCE))
        .map(rows -> rows.iterator().next().getLong("gone") == PRUNED_AT_ONCE);
  }
}
