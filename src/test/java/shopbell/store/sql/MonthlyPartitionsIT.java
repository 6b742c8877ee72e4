package shopbell.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.store.TestDatabase;

class MonthlyPartitionsIT {
  /** Each has a memory of its own, like a process of its own. */
  @Test
  void aMonthThatManyAskForAtOnceIsMadeOnce() {
    Vertx vertx = Vertx.vertx();
    try {
      Database database = TestDatabase.open(vertx);
      int asked = 0;
      for (int month = 1; month <= 9; month++) {
        List<Future<Void>> all = new ArrayList<>();
        Instant at = Instant.parse("2031-0" + month + "-15T00:00:00Z");
        for (int i = 0; i < 24; i++) {
          all.add(
              new MonthlyPartitions(database).ready(i % 2 == 0 ? "touchpoint" : "interaction", at));
        }
        Waiting.on(Future.all(all).mapEmpty());
        asked += all.size();
      }
      assertEquals(216, asked);
    } finally {
      Waiting.on(vertx.close());
    }
  }
}
