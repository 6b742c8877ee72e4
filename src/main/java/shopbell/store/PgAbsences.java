package shopbell.store;

import static shopbell.store.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import shopbell.desk.Absences;
import shopbell.model.Agent;
import shopbell.model.Channel;
import shopbell.model.Word;

/** What rang for somebody who was not there: since {@code app_user.last_seen}, read and forgotten in one statement. */
public final class PgAbsences implements Absences {
  private static final String MISSED = """
      with away as (select last_seen from app_user where name = $1 and last_seen is not null),
      back as (update app_user set last_seen = null where name = $1)
      select i.id, i.channel, i.arrived_at, i.cause, i.course -> 'interaction' ->> 'queue' as queue
      from away, interaction i
      where i.state = 'closed' and i.ended_at > away.last_seen and i.ended_at <= $2
        and i.arrived_at > $2::timestamptz - interval '2 days'
        and i.cause in ('abandoned', 'missed', 'rejected', 'voicemail')
        and (i.rung && $3::text[] or (i.rung = '{}'
          and ($4::text[] = '{}' or coalesce(i.course -> 'interaction' ->> 'queue', '') = any ($4::text[]))))
      order by i.arrived_at desc limit 20
      """;

  private static final String BEGIN = """
      update app_user u set last_seen = $1 where last_seen is null and not (u.name = any ($2))
        and exists (select 1 from session s where s.name = u.name and s.expires_at > $1)
      """;

  private final Database database;

  public PgAbsences(Database database) {
    this.database = database;
  }

  /** Whoever is signed in has been away at least since {@code now}, except those who are {@code here}. */
  public Future<Void> begin(Instant now, List<String> here) {
    return database
        .query(BEGIN, Tuple.of(utc(now)).addArrayOfString(here.toArray(String[]::new)))
        .mapEmpty();
  }

  @Override
  public Future<Void> left(String agent, Instant now) {
    return database
        .query("update app_user set last_seen = $2 where name = $1", Tuple.of(agent, utc(now)))
        .mapEmpty();
  }

  @Override
  public Future<List<Missed>> missedBy(Agent agent, Instant now) {
    String[] called =
        Stream.concat(Stream.of(agent.name()), agent.aliases().stream()).toArray(String[]::new);
    return database
        .query(
            MISSED,
            Tuple.of(agent.name(), utc(now))
                .addArrayOfString(called)
                .addArrayOfString(agent.queues().toArray(String[]::new)))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(PgAbsences::missed)
            .toList());
  }

  private static Missed missed(Row row) {
    return new Missed(
        row.getUUID("id"),
        Word.of(Channel.class, row.getString("channel")),
        Optional.ofNullable(row.getString("queue")),
        row.getOffsetDateTime("arrived_at").toInstant(),
        row.getString("cause"));
  }
}
