package shopbell.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.model.Rejected;
import shopbell.store.TestDatabase;

class BatcherIT {
  private static final String INSERT = """
      insert into inbox (door, key, received_at) values ($1, $2, now()) returning key, pg_current_xact_id()::text as written
      """;
  private static Vertx vertx;
  private static Database database;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    database = TestDatabase.open(vertx);
  }

  @AfterAll
  static void close() {
    Waiting.on(vertx.close());
  }

  private static List<Future<RowSet<Row>>> write(String door, List<String> keys) {
    return write(database.writtenTogether(INSERT), door, keys);
  }

  private static List<Future<RowSet<Row>>> write(
      Batcher<Tuple, RowSet<Row>> batcher, String door, List<String> keys) {
    List<Future<RowSet<Row>>> written = IntStream.range(0, keys.size())
        .mapToObj(i -> batcher.join(keys.size() - i, Tuple.of(door, keys.get(i))))
        .toList();
    Waiting.on(Future.join(written).transform(done -> Future.succeededFuture()));
    return written;
  }

  private static List<String> keys(int many) {
    return IntStream.range(0, many).mapToObj(i -> "key " + i).toList();
  }

  private static String said(Future<RowSet<Row>> written, String column) {
    return written.result().iterator().next().getString(column);
  }

  @Test
  void rowsThatComeAtTheSameTimeShareTransactions() {
    List<Future<RowSet<Row>>> written = write("together", keys(150));
    Set<String> transactions =
        written.stream().map(one -> said(one, "written")).collect(Collectors.toSet());
    // two that were sent at once, and the others in two batches of at most a hundred
    assertEquals(4, transactions.size());
  }

  @Test
  void rowsForWhichNobodyWaitsShareOneTransactionFromTheFirstOn() {
    Batcher<Tuple, RowSet<Row>> batcher = database.writtenTogether(INSERT, Duration.ofMillis(400));
    for (String door : List.of("later", "later again")) {
      Set<String> transactions = write(batcher, door, keys(60)).stream()
          .map(one -> said(one, "written"))
          .collect(Collectors.toSet());
      assertEquals(1, transactions.size());
    }
  }

  @Test
  void everyRowHearsItsOwnAnswer() {
    List<String> keys = keys(40);
    assertEquals(
        keys, write("answers", keys).stream().map(one -> said(one, "key")).toList());
  }

  @Test
  void oneThatCannotBeWrittenFailsAlone() {
    List<Future<RowSet<Row>>> written =
        write("alone", List.of("a", "b", "c", "d", "nul \0 is no text", "e", "d", "f"));
    List<Integer> failed = IntStream.range(0, written.size())
        .filter(i -> written.get(i).failed())
        .boxed()
        .collect(Collectors.toCollection(ArrayList::new));
    assertEquals(2, failed.size(), failed::toString);
    assertInstanceOf(Rejected.class, written.get(4).cause());
    failed.remove(Integer.valueOf(4));
    assertInstanceOf(SqlError.class, written.get(failed.get(0)).cause());
  }

  @Test
  void oneThatComesAloneDoesNotWait() {
    assertTrue(write("single", keys(1)).get(0).succeeded());
  }
}
