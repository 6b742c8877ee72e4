package shopbell.store.security;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.Set;
import shopbell.model.Rejected;
import shopbell.security.SecondFactors;
import shopbell.security.Totp;
import shopbell.store.sql.Database;

/** The tables {@code second_factor} and {@code recovery_code}; one statement checks a code and marks it as used. */
public final class PgSecondFactors implements SecondFactors {
  private static final String FIND = """
      select f.secret, f.confirmed, (select count(*)::int from recovery_code r where r.name = f.name) as codes
      from second_factor f where f.name = $1
      """;
  private static final String BEGIN = """
      insert into second_factor (name, secret) values ($1, $2)
      on conflict (name) do update set secret = excluded.secret where not second_factor.confirmed
      """;
  private static final String CONFIRM = """
      with confirmed as (
        update second_factor set confirmed = true, last_step = $2 where name = $1 and not confirmed returning name),
      gone as (delete from recovery_code where name in (select name from confirmed))
      insert into recovery_code (name, hash) select name, unnest($3::text[]) from confirmed
      """;

  private static final String RESET = """
      with gone as (delete from second_factor where name = $1 returning name),
      ended as (delete from session where name in (select name from gone))
      select name from gone
      """;

  private final Database database;

  public PgSecondFactors(Database database) {
    this.database = database;
  }

  @Override
  public Future<Optional<Factor>> find(String name) {
    return database
        .query(FIND, Tuple.of(name))
        .map(rows -> rows.stream()
            .map(row -> new Factor(
                new Totp(row.getBuffer("secret").getBytes()),
                row.getBoolean("confirmed"),
                row.getInteger("codes")))
            .findFirst());
  }

  @Override
  public Future<Void> begin(String name, byte[] secret) {
    return database.query(BEGIN, Tuple.of(name, Buffer.buffer(secret))).map(rows -> {
      if (rows.rowCount() == 0) {
        throw new Rejected(Rejected.Reason.CONFLICT, "There is a second factor: remove it first.");
      }
      return null;
    });
  }

  @Override
  public Future<Void> confirm(String name, long step, Set<String> recoveryHashes) {
    Tuple values = Tuple.of(name, step).addArrayOfString(recoveryHashes.toArray(String[]::new));
    return database.query(CONFIRM, values).mapEmpty();
  }

  @Override
  public Future<Boolean> take(String name, long step) {
    return changed(
        "update second_factor set last_step = $2 where name = $1 and last_step < $2",
        Tuple.of(name, step));
  }

  @Override
  public Future<Boolean> takeRecovery(String name, String hash) {
    return changed("delete from recovery_code where name = $1 and hash = $2", Tuple.of(name, hash));
  }

  @Override
  public Future<Boolean> remove(String name) {
    return changed("delete from second_factor where name = $1", Tuple.of(name));
  }

  @Override
  public Future<Boolean> reset(String name) {
    return changed(RESET, Tuple.of(name));
  }

  private Future<Boolean> changed(String statement, Tuple values) {
    return database.query(statement, values).map(rows -> rows.rowCount() > 0);
  }
}
