package shopbell.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import shopbell.model.Agent;
import shopbell.model.Role;
import shopbell.model.Word;
import shopbell.security.Users;

/** Who may sign in, one row each; a new password or role ends the sessions that were open. */
public final class PgUsers implements Users {
  private static final String PUT = """
      with ended as (delete from session where name = $1)
      insert into app_user (name, role, secret, aliases, queues) values ($1, $2, $3, $4, $5)
      on conflict (name) do update set role = excluded.role, secret = excluded.secret, aliases = excluded.aliases,
        queues = excluded.queues
      """;

  private final Database database;

  public PgUsers(Database database) {
    this.database = database;
  }

  @Override
  public Future<Optional<Account>> find(String name) {
    return database
        .query("select * from app_user where name = $1", Tuple.of(name))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new Account(agent(row), row.getString("secret")))
            .findFirst());
  }

  @Override
  public Future<List<Agent>> all() {
    return database
        .query("select * from app_user order by name", Tuple.tuple())
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(PgUsers::agent).toList());
  }

  @Override
  public Future<Void> put(Account account) {
    Agent agent = account.agent();
    return database
        .query(
            PUT,
            Tuple.of(agent.name(), agent.role().toString(), account.hash())
                .addArrayOfString(agent.aliases().toArray(String[]::new))
                .addArrayOfString(agent.queues().toArray(String[]::new)))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> remove(String name) {
    return database
        .query("delete from app_user where name = $1", Tuple.of(name))
        .map(rows -> rows.rowCount() > 0);
  }

  static Agent agent(Row row) {
    return new Agent(
        row.getString("name"),
        Word.of(Role.class, row.getString("role")),
        List.of(row.getArrayOfStrings("aliases")),
        List.of(row.getArrayOfStrings("queues")));
  }
}
