package shopbell.store.sources;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import shopbell.json.Json;
import shopbell.model.Rejected;
import shopbell.model.event.TicketRecord;
import shopbell.sources.Source;
import shopbell.sources.SourceAnswers;
import shopbell.sources.SourceQuery;
import shopbell.store.records.PgRecords;
import shopbell.store.sql.Database;
import shopbell.store.sql.MonthlyPartitions;
import shopbell.store.sql.Queries;

/** Answers of sources, stored as records of the customer's own record, with the time of each source's answer. */
public final class PgSourceAnswers implements SourceAnswers {
  private static final String ABOUT = Queries.named("answers");
  private static final String STILL_THERE = "select 1 from customer where id = $1 for share";
  private static final String AT = """
      insert into source_answer (source, customer, at) values ($1, $2, $3)
      on conflict (source, customer) do update set at = greatest(source_answer.at, excluded.at)
      """;
  /** Keeps the time of the last change, so that a later answer with the ticket in it applies. */
  private static final String CLOSED = """
      update ticket set status = 'closed', closed_at = $4
      where system = $1 and status <> 'closed' and not id = any ($3) and customer = any (person_of($2))
      """;

  private static final String HERE = """
      select c.id, s.id, s.name from customer c join customer s on s.id = c.survivor where c.id = any ($1)
      """;
  private static final String ELSEWHERE = Queries.named("elsewhere");

  private final Database database;
  private final MonthlyPartitions monthlyPartitions;
  private final PgRecords records = new PgRecords();

  public PgSourceAnswers(Database database) {
    this.database = database;
    this.monthlyPartitions = new MonthlyPartitions(database);
  }

  @Override
  public Future<Known> about(UUID customer) {
    return database.query(ABOUT, Tuple.of(customer)).map(rows -> {
      if (rows.size() == 0) {
        throw new Rejected(Rejected.Reason.NOT_FOUND, "no such customer");
      }
      return Json.read(rows.iterator().next().getString(0), Known.class);
    });
  }

  @Override
  public Future<Set<UUID>> elsewhere(SourceQuery sourceQuery, List<UUID> ids) {
    if (ids.isEmpty()) {
      return Future.succeededFuture(Set.of());
    }
    Tuple tuple =
        Tuple.tuple().addUUID(sourceQuery.customer()).addArrayOfUUID(ids.toArray(UUID[]::new));
    return database.query(ELSEWHERE, tuple).map(rows -> {
      Set<UUID> found = new HashSet<>();
      rows.forEach(row -> found.add(row.getUUID(0)));
      return found;
    });
  }

  @Override
  public Future<Map<UUID, Here>> here(List<UUID> ids) {
    return database.query(HERE, Tuple.of(ids.toArray(UUID[]::new))).map(rows -> {
      Map<UUID, Here> found = new HashMap<>();
      rows.forEach(row -> found.put(row.getUUID(0), new Here(row.getUUID(1), row.getString(2))));
      return found;
    });
  }

  @Override
  public Future<Integer> keep(
      String source, SourceQuery sourceQuery, Source.SourceAnswer sourceAnswer, Instant now) {
    return monthlyPartitions
        .ready(sourceAnswer.records())
        .compose(ready -> database.transaction(connection -> connection
            .preparedQuery(STILL_THERE)
            .execute(Tuple.of(sourceQuery.id().uuid()))
            .compose(there -> there.size() == 0
                ? Future.succeededFuture()
                : kept(connection, source, sourceQuery, sourceAnswer, now))))
        .map(0);
  }

  private Future<Void> kept(
      SqlConnection connection,
      String source,
      SourceQuery sourceQuery,
      Source.SourceAnswer sourceAnswer,
      Instant now) {
    UUID[] named = sourceAnswer.records().stream()
        .filter(TicketRecord.class::isInstance)
        .map(ticket -> ((TicketRecord) ticket).id().uuid())
        .toArray(UUID[]::new);
    Tuple closed = Tuple.of(source, sourceQuery.id().uuid(), named, utc(now));
    return records
        .load(connection, source, sourceAnswer.records())
        .compose(loaded -> sourceAnswer.whole()
            ? connection.preparedQuery(CLOSED).execute(closed)
            : Future.succeededFuture())
        .compose(done -> connection
            .preparedQuery(AT)
            .execute(Tuple.of(source, sourceQuery.customer(), utc(now))))
        .mapEmpty();
  }
}
