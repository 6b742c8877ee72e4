package shopbell.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.store.TestDatabase;

class MigrationsIT {
  private final Vertx vertx = Vertx.vertx();
  private final String url = TestDatabase.empty(vertx);

  @AfterEach
  void close() {
    Waiting.on(vertx.close());
  }

  private int run(String sql) {
    Database database = Waiting.on(Database.open(vertx, url));
    int rows = Waiting.on(database.query(sql, Tuple.tuple())).rowCount();
    Waiting.on(database.close());
    return rows;
  }

  @Test
  void aFileWithAnotherChecksumStopsTheStartAndIsNamed() {
    run("update migration set checksum = 'other' where name = 'V8__search.sql'");
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> run("select 1"));
    assertTrue(refused.getMessage().contains("V8__search.sql"), refused.getMessage());
  }

  @Test
  void aDatabaseOfAReleaseWithoutChecksumsGetsThem() {
    run("alter table migration drop column checksum");
    int all = Migrations.FILES.size();
    assertEquals(all, run("select from migration where length(checksum) > 40"));
  }
}
