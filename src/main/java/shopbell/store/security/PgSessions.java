package shopbell.store.security;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import shopbell.model.Agent;
import shopbell.security.Session;
import shopbell.security.Sessions;
import shopbell.store.sql.Batcher;
import shopbell.store.sql.Database;

/**
 * Sessions by the hash of their token; concurrent lookups are batched into one statement. Ended sessions are deleted
 * whenever a new one begins.
 */
public final class PgSessions implements Sessions {
  private static final String OPEN = """
      with swept as (delete from session where expires_at < now())
      insert into session (token, name, expires_at, opened_at, seen_at, confirmed_at)
      values ($1, $2, $3, $4, $5, $6)
      """;
  private static final String FIND = """
      select a.place::int, u.name, u.role, u.aliases, u.queues, s.token, s.opened_at, s.seen_at, s.confirmed_at,
        exists (select from second_factor f where f.name = u.name and f.confirmed) as second_factor
      from unnest((select $1::text[]), (select $2::timestamptz[])) with ordinality as a (token, now, place)
      join session s on s.token = a.token and s.expires_at > a.now
      join app_user u on u.name = s.name
      """;

  private static final String ENDED = """
      select t from unnest($1::text[]) t where not exists (select from session s where s.token = t and s.expires_at > $2)
      """;

  private static final String SEEN =
      "update session set seen_at = $2 where token = any ($1) and seen_at < $3";

  private static final String ALL_OF = """
      select u.name, u.role, u.aliases, u.queues, s.token, s.opened_at, s.seen_at, s.confirmed_at,
        exists (select from second_factor f where f.name = u.name and f.confirmed) as second_factor
      from session s join app_user u on u.name = s.name
      where s.name = $1 and s.expires_at > $2 order by s.seen_at desc
      """;

  /** The token, and the time of the lookup. */
  private record Shown(String token, Instant now) {}

  private final Database database;
  private final Batcher<Shown, List<Row>> shown;

  public PgSessions(Database database) {
    this.database = database;
    this.shown = database.lookedUpTogether(FIND, PgSessions::values);
  }

  private static Tuple values(List<Shown> all) {
    return Tuple.tuple()
        .addArrayOfString(all.stream().map(Shown::token).toArray(String[]::new))
        .addArrayOfOffsetDateTime(utc(all.stream().map(Shown::now)));
  }

  @Override
  public Future<Void> open(Session session, Instant end) {
    Tuple values = Tuple.of(session.hash(), session.agent().name(), utc(end))
        .addOffsetDateTime(utc(session.openedAt()))
        .addOffsetDateTime(utc(session.seenAt()))
        .addOffsetDateTime(utc(session.confirmedAt()));
    return database.query(OPEN, values).mapEmpty();
  }

  @Override
  public Future<Optional<Session>> find(String tokenHash, Instant now) {
    return shown
        .join(new Shown(tokenHash, now))
        .map(rows -> rows.stream().map(PgSessions::session).findFirst());
  }

  @Override
  public Future<List<Session>> of(Agent agent, Instant now) {
    return database
        .query(ALL_OF, Tuple.of(agent.name(), utc(now)))
        .map(rows -> rows.stream().map(PgSessions::session).toList());
  }

  private static Session session(Row row) {
    return new Session(
        row.getString("token"),
        PgUsers.agent(row),
        row.getOffsetDateTime("opened_at").toInstant(),
        row.getOffsetDateTime("seen_at").toInstant(),
        row.getOffsetDateTime("confirmed_at").toInstant(),
        row.getBoolean("second_factor"));
  }

  @Override
  public Future<Void> seen(Set<String> tokenHashes, Instant now, Duration apart) {
    String[] used = tokenHashes.toArray(String[]::new);
    return database.query(SEEN, Tuple.of(used, utc(now), utc(now.minus(apart)))).mapEmpty();
  }

  @Override
  public Future<Set<String>> ended(Set<String> tokenHashes, Instant now) {
    String[] asked = tokenHashes.toArray(String[]::new);
    return database
        .query(ENDED, Tuple.of(asked, utc(now)))
        .map(rows -> rows.stream().map(row -> row.getString(0)).collect(Collectors.toSet()));
  }

  @Override
  public Future<Void> confirmed(String tokenHash, Instant now) {
    return database
        .query(
            "update session set confirmed_at = $2 where token = $1", Tuple.of(tokenHash, utc(now)))
        .mapEmpty();
  }

  @Override
  public Future<Void> close(String tokenHash) {
    return database
        .query("delete from session where token = $1", Tuple.of(tokenHash))
        .mapEmpty();
  }

  @Override
  public Future<Void> closeAll(String agent) {
    return database
        .query("delete from session where name = $1", Tuple.of(agent))
        .mapEmpty();
  }
}
