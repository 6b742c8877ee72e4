package shopbell.store.security;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import shopbell.security.ServerSecrets;
import shopbell.store.sql.Database;

/** One row per secret; when several nodes request one at once, the first writes it. */
public final class PgServerSecrets implements ServerSecrets {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String GET_OR_MAKE = """
      insert into server_secret (name, value) values ($1, $2)
      on conflict (name) do update set name = excluded.name returning value
      """;

  private final Database database;

  public PgServerSecrets(Database database) {
    this.database = database;
  }

  @Override
  public Future<byte[]> secret(String name) {
    byte[] fresh = new byte[BYTES];
    RANDOM.nextBytes(fresh);
    return database
        .query(GET_OR_MAKE, Tuple.of(name, Buffer.buffer(fresh)))
        .map(rows -> rows.iterator().next().getBuffer("value").getBytes());
  }
}
