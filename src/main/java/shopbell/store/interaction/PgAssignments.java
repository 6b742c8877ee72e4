package shopbell.store.interaction;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.interaction.AssignmentStore;
import shopbell.json.Json;
import shopbell.model.Rejected;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.store.sql.Database;

/** The assignments of promises and customers, from the promises and the open interactions. */
public final class PgAssignments implements AssignmentStore {
  private static final String OWING = """
      select case when p.queue is null then coalesce(p.owner, p.agent) end as owner, p.queue, c.survivor
      from promise p join customer c on c.id = p.customer where p.id = $1
      """;
  private static final String OPEN = """
      select course::text from interaction i where state <> 'closed' and arrived_at > $3
        and (id = any ($2) or coalesce(customer, found) in (
          select r.id from customer c join customer r on r.survivor = c.survivor where c.id = $1))
      """;

  private final Database database;

  public PgAssignments(Database database) {
    this.database = database;
  }

  @Override
  public Future<Owing> owing(UUID promise) {
    return database.query(OWING, Tuple.of(promise)).map(rows -> {
      if (rows.size() == 0) {
        throw new Rejected(Rejected.Reason.NOT_FOUND, "There is no such promise.");
      }
      Row row = rows.iterator().next();
      return new Owing(
          Optional.ofNullable(row.getString("owner")),
          Optional.ofNullable(row.getString("queue")),
          row.getUUID("survivor"));
    });
  }

  @Override
  public Future<List<TrackedInteraction>> open(UUID customer, Set<UUID> named, Instant now) {
    Tuple asked = Tuple.of(customer, named.toArray(UUID[]::new), utc(now.minus(PgEventStore.LIVE)));
    return database.query(OPEN, asked).map(rows -> {
      List<TrackedInteraction> open = new ArrayList<>();
      rows.forEach(row -> open.add(Json.read(row.getString(0), TrackedInteraction.class)));
      return open;
    });
  }
}
