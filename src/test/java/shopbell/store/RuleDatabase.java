package shopbell.store;

import io.vertx.core.Vertx;
import shopbell.Waiting;

/** A migrated database for tests of the rules that it holds, with records of customers whose ids are one digit. */
public final class RuleDatabase implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final DirectQueries queries = new DirectQueries(TestDatabase.open(vertx));

  /** The first column of the first row as text. */
  public String text(String sql) {
    return queries.text(sql);
  }

  /** Stores the record {@code id} of the person {@code survivor}; both are one digit. */
  public void record(int id, int survivor) {
    text("insert into customer (id, survivor, system, external_id, kind, name, updated_at) values ("
        + uuid(id) + ", " + uuid(survivor) + ", 'crm', 'K" + id + "', 'person', 'Person " + id
        + "', now()) returning 1");
  }

  /** The id of the record {@code digit}, as SQL. */
  public static String uuid(int digit) {
    return "'00000000-0000-0000-0000-00000000000" + digit + "'::uuid";
  }

  @Override
  public void close() {
    Waiting.on(vertx.close());
  }
}
