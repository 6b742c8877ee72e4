package shopbell.store;

import static shopbell.store.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import shopbell.model.Agent;
import shopbell.security.Sessions;

/**
 * Sessions by the hash of their token, those that are shown at once in one statement; ended ones are swept out whenever a new
 * one begins.
 */
public final class PgSessions implements Sessions {
  private static final String OPEN = """
      with swept as (delete from session where expires_at < now())
      insert into session (token, name, expires_at) values ($1, $2, $3)
      """;
  private static final String FIND = """
      select a.place::int, u.name, u.role, u.aliases, u.queues
      from unnest((select $1::text[]), (select $2::timestamptz[])) with ordinality as a (token, now, place)
      join session s on s.token = a.token and s.expires_at > a.now
      join app_user u on u.name = s.name
      """;

  private static final String ENDED = """
      select t from unnest($1::text[]) t where not exists (select from session s where s.token = t and s.expires_at > $2)
      """;

  /** Which token, and when. */
  private record Shown(String token, Instant now) {}

  private final Database database;
  private final Convoy<Shown, List<Row>> shown;

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
  public Future<Void> open(String tokenHash, String agent, Instant end) {
    return database.query(OPEN, Tuple.of(tokenHash, agent, utc(end))).mapEmpty();
  }

  @Override
  public Future<Optional<Agent>> find(String tokenHash, Instant now) {
    return shown
        .join(new Shown(tokenHash, now))
        .map(rows -> rows.stream().map(PgUsers::agent).findFirst());
  }

  @Override
  public Future<Set<String>> ended(Set<String> tokenHashes, Instant now) {
    String[] asked = tokenHashes.toArray(String[]::new);
    return database
        .query(ENDED, Tuple.of(asked, utc(now)))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> row.getString(0))
            .collect(Collectors.toSet()));
  }

  @Override
  public Future<Void> close(String tokenHash) {
    return database
        .query("delete from session where token = $1", Tuple.of(tokenHash))
        .mapEmpty();
  }
}
