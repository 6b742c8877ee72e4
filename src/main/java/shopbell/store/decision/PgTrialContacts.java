package shopbell.store.decision;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import shopbell.nextaction.TrialContactStore;
import shopbell.store.sql.Database;

/** From the interactions that have a customer; those with the smallest hash of their id are the sample. */
public final class PgTrialContacts implements TrialContactStore {
  private static final String SAMPLE = """
      select i.id, c.survivor, i.channel, i.queue, i.arrived_at, count(*) over () as contacts
      from interaction i join customer c on c.id = i.customer
      where i.arrived_at >= $1 and i.direction = 'in' order by md5(i.id::text) limit $2
      """;

  private final Database database;

  public PgTrialContacts(Database database) {
    this.database = database;
  }

  @Override
  public Future<ContactSample> sample(Instant since, int most) {
    return database
        .query(SAMPLE, Tuple.of(utc(since), most))
        .map(rows -> new ContactSample(
            rows.stream().findFirst().map(row -> row.getLong("contacts")).orElse(0L),
            rows.stream()
                .map(row -> new PastContact(
                    row.getUUID("id"),
                    row.getUUID("survivor"),
                    row.getString("channel"),
                    Optional.ofNullable(row.getString("queue")),
                    row.getOffsetDateTime("arrived_at").toInstant()))
                .toList()));
  }
}
