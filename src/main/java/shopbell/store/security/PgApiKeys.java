package shopbell.store.security;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import shopbell.model.ContractWord;
import shopbell.security.ApiKeyScope;
import shopbell.security.ApiKeys;
import shopbell.store.sql.Batcher;
import shopbell.store.sql.Database;

/** API keys by the hash of their secret; concurrent lookups are batched into one statement. */
public final class PgApiKeys implements ApiKeys {
  private static final String PUT = """
      insert into api_key (name, scope, hash, made_at) values ($1, $2, $3, $4)
      on conflict (name) do update set scope = excluded.scope, hash = excluded.hash, made_at = excluded.made_at
      """;

  private static final String FIND = """
      select a.place::int, k.name, k.scope, k.made_at
      from unnest($1::text[]) with ordinality as a (hash, place) join api_key k on k.hash = a.hash
      """;

  private final Database database;
  private final Batcher<String, List<Row>> shown;

  public PgApiKeys(Database database) {
    this.database = database;
    this.shown = database.lookedUpTogether(
        FIND, hashes -> Tuple.tuple().addArrayOfString(hashes.toArray(String[]::new)));
  }

  @Override
  public Future<Void> put(ApiKey key, String hash) {
    return database
        .query(PUT, Tuple.of(key.name(), key.scope().toString(), hash, utc(key.madeAt())))
        .mapEmpty();
  }

  @Override
  public Future<Optional<ApiKey>> find(String hash) {
    return shown.join(hash).map(rows -> rows.stream().map(PgApiKeys::named).findFirst());
  }

  @Override
  public Future<List<ApiKey>> all() {
    return database
        .query("select * from api_key order by name", Tuple.tuple())
        .map(rows -> rows.stream().map(PgApiKeys::named).toList());
  }

  @Override
  public Future<Boolean> remove(String name) {
    return database
        .query("delete from api_key where name = $1", Tuple.of(name))
        .map(rows -> rows.rowCount() > 0);
  }

  private static ApiKey named(Row row) {
    return new ApiKey(
        row.getString("name"),
        ContractWord.of(ApiKeyScope.class, row.getString("scope")),
        row.getOffsetDateTime("made_at").toInstant());
  }
}
