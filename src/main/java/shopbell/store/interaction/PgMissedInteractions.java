package shopbell.store.interaction;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopbell.desk.AbsenceStore;
import shopbell.model.Channel;
import shopbell.model.ContractWord;
import shopbell.store.sql.Batcher;
import shopbell.store.sql.Database;

/**
 * The interactions that an absent agent missed since {@code app_user.last_seen}: read and cleared in one statement for
 * all agents who reconnect at once.
 */
public final class PgMissedInteractions implements AbsenceStore {
  // two queries for one agent at once return the result once; rows are locked by name, so that no
  // two statements
  // deadlock
  private static final String MISSED = """
      with asked as (
        select distinct on (name) name, now, place::int
        from unnest((select $1::text[]), (select $2::timestamptz[])) with ordinality as a (name, now, place)
        order by name, place
      ),
      away as (
        select u.name, u.last_seen, u.aliases || u.name || coalesce(u.known_as, '{}') as names, u.queues
        from app_user u
        where u.name in (select name from asked) and u.last_seen is not null
        order by u.name for update
      ),
      back as (update app_user u set last_seen = null from away where u.name = away.name)
      select asked.place, i.*, s.id as customer, s.name
      from asked join away using (name)
      cross join lateral (
        select i.id, i.channel, i.arrived_at, i.cause, i.course -> 'interaction' ->> 'queue' as queue,
          i.course -> 'interaction' ->> 'from' as caller, i.customer as called_for
        from interaction i
        where i.state = 'closed' and i.ended_at > away.last_seen and i.ended_at <= asked.now
          and i.arrived_at > asked.now - interval '2 days'
          and i.cause in ('abandoned', 'missed', 'rejected', 'voicemail')
          and (i.rung && away.names or (i.rung = '{}'
            and (away.queues = '{}' or coalesce(i.course -> 'interaction' ->> 'queue', '') = any (away.queues))))
        order by i.arrived_at desc limit 20
      ) i
      left join customer c on c.id = i.called_for
      left join customer s on s.id = c.survivor
      order by i.arrived_at desc
      """;

  private static final String BEGIN = """
      with gone as (
        select u.name from app_user u where u.last_seen is null and not (u.name = any ($2))
          and exists (select 1 from session s where s.name = u.name and s.expires_at > $1)
        order by u.name for update
      )
      update app_user u set last_seen = $1 from gone where u.name = gone.name
      """;

  /** The agent who has reconnected, and when. */
  private record Back(String agent, Instant now) {}

  private final Database database;
  private final Batcher<Back, List<Row>> back;

  public PgMissedInteractions(Database database) {
    this.database = database;
    this.back = database.changedTogether(MISSED, PgMissedInteractions::values);
  }

  private static Tuple values(List<Back> all) {
    return Tuple.tuple()
        .addArrayOfString(all.stream().map(Back::agent).toArray(String[]::new))
        .addArrayOfOffsetDateTime(utc(all.stream().map(Back::now)));
  }

  @Override
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
  public Future<List<Missed>> missedBy(String agent, Instant now) {
    return back.join(new Back(agent, now))
        .map(rows -> rows.stream().map(PgMissedInteractions::missed).toList());
  }

  private static Missed missed(Row row) {
    return new Missed(
        row.getUUID("id"),
        ContractWord.of(Channel.class, row.getString("channel")),
        Optional.ofNullable(row.getString("queue")),
        row.getOffsetDateTime("arrived_at").toInstant(),
        row.getString("cause"),
        Optional.ofNullable(row.getString("caller")),
        Optional.ofNullable(row.getUUID("customer"))
            .map(id -> new Caller(id, row.getString("name"))));
  }
}
