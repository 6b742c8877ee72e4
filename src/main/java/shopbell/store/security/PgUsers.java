package shopbell.store.security;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import shopbell.model.Agent;
import shopbell.model.ContractWord;
import shopbell.model.Rejected;
import shopbell.model.Role;
import shopbell.security.AccountChange;
import shopbell.security.DuplicateNames;
import shopbell.security.NameKey;
import shopbell.security.Users;
import shopbell.store.sql.Database;

/** User accounts, one row each; changes are serialised, so that no two accounts get the same alias. */
public final class PgUsers implements Users {
  private static final long LOCK = 0x5348_4f50_5553_4552L;

  private static final String PUT = """
      insert into app_user (name, role, secret, aliases, queues, known_as)
      values ($1, $2, coalesce($3, ''), $4, $5, $6)
      on conflict (name) do update set role = excluded.role, secret = coalesce($3, app_user.secret),
        aliases = excluded.aliases, queues = excluded.queues, known_as = excluded.known_as
      """;

  private static final String TAKEN =
      "select name, known_as from app_user where name <> $1 and known_as && $2 order by name limit 1";

  private final Database database;

  public PgUsers(Database database) {
    this.database = database;
  }

  @Override
  public Future<Optional<Account>> find(String name) {
    return database
        .query("select * from app_user where name = $1", Tuple.of(name))
        .map(rows -> stream(rows)
            .map(row -> new Account(agent(row), row.getString("secret")))
            .findFirst());
  }

  @Override
  public Future<List<Agent>> all() {
    return database
        .query("select * from app_user order by name", Tuple.tuple())
        .map(rows -> stream(rows).map(PgUsers::agent).toList());
  }

  @Override
  public Future<Agent> save(AccountChange change) {
    return database.transaction(sql -> locked(sql)
        .compose(locked -> withKeys(sql))
        .compose(written -> before(sql, change.name()))
        .compose(before -> {
          Agent agent = change.onto(before);
          if (before.isEmpty() && change.hash().isEmpty()) {
            throw new Rejected(Rejected.Reason.NOT_FOUND, "There is no user of that name.");
          }
          return notTaken(sql, agent, before)
              .compose(free -> administratorLeft(sql, before, agent.role()))
              .compose(left -> write(sql, agent, change.hash()))
              .compose(written -> change.hash().isPresent() || !sameRole(before, agent)
                  ? endSessions(sql, agent.name())
                  : Future.succeededFuture())
              .map(done -> agent);
        }));
  }

  @Override
  public Future<Void> replacePassword(String name, String hash, String kept) {
    return database.transaction(sql -> run(
            sql, "update app_user set secret = $2 where name = $1", Tuple.of(name, hash))
        .compose(changed -> {
          if (changed.rowCount() == 0) {
            throw new Rejected(Rejected.Reason.NOT_FOUND, "There is no user of that name.");
          }
          return run(
              sql, "delete from session where name = $1 and token <> $2", Tuple.of(name, kept));
        })
        .mapEmpty());
  }

  @Override
  public Future<Boolean> remove(String name) {
    return database.transaction(sql -> locked(sql)
        .compose(locked -> before(sql, name))
        .compose(before -> administratorLeft(sql, before, Role.AGENT)
            .compose(left -> run(sql, "delete from app_user where name = $1", Tuple.of(name)))
            .map(gone -> before.isPresent())));
  }

  private static Future<RowSet<Row>> locked(SqlConnection sql) {
    return run(sql, "select pg_advisory_xact_lock($1)", Tuple.of(LOCK));
  }

  /** Adds the missing keys of accounts made by earlier releases or by direct inserts. */
  private static Future<?> withKeys(SqlConnection sql) {
    return run(sql, "select * from app_user where known_as is null", Tuple.tuple())
        .compose(rows -> rows.size() == 0
            ? Future.succeededFuture()
            : sql.preparedQuery("update app_user set known_as = $2 where name = $1")
                .executeBatch(stream(rows)
                    .map(PgUsers::agent)
                    .map(agent -> Tuple.of(agent.name()).addArrayOfString(keys(agent)))
                    .toList()));
  }

  private static Future<Optional<Agent>> before(SqlConnection sql, String name) {
    return run(sql, "select * from app_user where name = $1", Tuple.of(name))
        .map(rows -> stream(rows).map(PgUsers::agent).findFirst());
  }

  /** Checks only new names and aliases: an account that shared an alias before may still be changed otherwise. */
  private static Future<Void> notTaken(SqlConnection sql, Agent agent, Optional<Agent> before) {
    Set<String> fresh = new HashSet<>(DuplicateNames.keys(agent));
    before.map(DuplicateNames::keys).ifPresent(fresh::removeAll);
    Tuple asked = Tuple.of(agent.name()).addArrayOfString(fresh.toArray(String[]::new));
    return run(sql, TAKEN, asked).map(rows -> {
      stream(rows).findFirst().ifPresent(row -> {
        Set<String> theirs = Set.of(row.getArrayOfStrings("known_as"));
        throw taken(agent, row.getString("name"), theirs);
      });
      return null;
    });
  }

  private static Rejected taken(Agent agent, String holder, Set<String> theirs) {
    if (theirs.contains(NameKey.of(agent.name()))) {
      return conflict("/name", "The name is taken: " + holder + " is called so already.");
    }
    List<String> keys = agent.aliases().stream().map(NameKey::of).toList();
    int place = (int) keys.stream().takeWhile(key -> !theirs.contains(key)).count();
    return conflict(
        "/aliases/" + place,
        "Alias " + (place + 1) + " is taken: " + holder + " is called so already.");
  }

  private static Rejected conflict(String pointer, String detail) {
    return new Rejected(
        Rejected.Reason.CONFLICT, detail, List.of(new Rejected.FieldError(pointer, detail)));
  }

  private static Future<Void> administratorLeft(
      SqlConnection sql, Optional<Agent> before, Role then) {
    if (then == Role.ADMIN || before.filter(b -> b.role() == Role.ADMIN).isEmpty()) {
      return Future.succeededFuture();
    }
    return run(
            sql,
            "select 1 from app_user where role = 'admin' and name <> $1 limit 1",
            Tuple.of(before.get().name()))
        .map(rows -> {
          if (rows.size() == 0) {
            throw conflict(
                "/name", "This is the last administrator: give another user this role first.");
          }
          return null;
        });
  }

  private static Future<RowSet<Row>> write(SqlConnection sql, Agent agent, Optional<String> hash) {
    return run(
        sql,
        PUT,
        Tuple.of(agent.name(), agent.role().toString(), hash.orElse(null))
            .addArrayOfString(agent.aliases().toArray(String[]::new))
            .addArrayOfString(agent.queues().toArray(String[]::new))
            .addArrayOfString(keys(agent)));
  }

  private static boolean sameRole(Optional<Agent> before, Agent agent) {
    return before.filter(b -> b.role() != agent.role()).isEmpty();
  }

  private static Future<RowSet<Row>> endSessions(SqlConnection sql, String name) {
    return run(sql, "delete from session where name = $1", Tuple.of(name));
  }

  private static String[] keys(Agent agent) {
    String[] keys = DuplicateNames.keys(agent).toArray(String[]::new);
    Arrays.sort(keys);
    return keys;
  }

  private static Future<RowSet<Row>> run(SqlConnection sql, String statement, Tuple values) {
    return sql.preparedQuery(statement).execute(values);
  }

  private static Stream<Row> stream(RowSet<Row> rows) {
    return rows.stream();
  }

  static Agent agent(Row row) {
    return new Agent(
        row.getString("name"),
        ContractWord.of(Role.class, row.getString("role")),
        List.of(row.getArrayOfStrings("aliases")),
        List.of(row.getArrayOfStrings("queues")));
  }
}
