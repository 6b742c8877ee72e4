package shopbell;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import shopbell.security.Tokens;

/** Many signed-in agents, written into the store directly, because hashing passwords is slow on purpose. */
final class ManyAgents {
  private static final String HIRE =
      "insert into app_user (name, role, aliases, queues, secret) select unnest($1::text[]), 'agent', '{}', '{support}', 'none' on conflict do nothing";
  private static final String IN =
      "insert into session (token, name, expires_at) select unnest($1::text[]), unnest($2::text[]), $3";

  private ManyAgents() {}

  static String name(int agent) {
    return "crew-" + agent;
  }

  /** Their cookies; the schema must be there. */
  static List<String> signedIn(String database, int agents) {
    List<String> cookies = new ArrayList<>();
    List<String> hashes = new ArrayList<>();
    for (int agent = 0; agent < agents; agent++) {
      String token = Tokens.fresh();
      cookies.add("shopbell_session=" + token);
      hashes.add(Tokens.hash(token));
    }
    String[] names = IntStream.range(0, agents).mapToObj(ManyAgents::name).toArray(String[]::new);
    Vertx vertx = Vertx.vertx();
    try {
      PgConnection connection =
          Waiting.on(PgConnection.connect(vertx, PgConnectOptions.fromUri(database)));
      Future<?> written = connection
          .preparedQuery(HIRE)
          .execute(Tuple.tuple().addArrayOfString(names))
          .compose(hired -> connection
              .preparedQuery(IN)
              .execute(Tuple.tuple()
                  .addArrayOfString(hashes.toArray(String[]::new))
                  .addArrayOfString(names)
                  .addOffsetDateTime(OffsetDateTime.now(ZoneOffset.UTC).plusHours(1))));
      Waiting.on(written);
      Waiting.on(connection.close());
    } finally {
      Waiting.on(vertx.close());
    }
    return cookies;
  }
}
