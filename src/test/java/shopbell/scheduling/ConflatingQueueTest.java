package shopbell.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConflatingQueueTest {
  private static final UUID KEY = new UUID(1, 1);

  private final ConflatingQueue conflatingQueue = new ConflatingQueue();

  @Test
  void whileOneRunsOnlyTheNewestWaits() {
    List<String> ran = new ArrayList<>();
    Promise<Void> first = Promise.promise();
    conflatingQueue.ask(KEY, () -> {
      ran.add("first");
      return first.future();
    });
    for (String next : List.of("second", "third")) {
      conflatingQueue.ask(KEY, () -> {
        ran.add(next);
        return Future.succeededFuture();
      });
    }
    first.complete();
    assertEquals(List.of("first", "third"), ran);
  }

  @Test
  void aTaskThatThrowsDoesNotTakeTheTurnsOfThoseAfterIt() {
    Future<Void> thrown = conflatingQueue.ask(KEY, () -> {
      throw new IllegalStateException("broken");
    });
    List<String> ran = new ArrayList<>();
    conflatingQueue.ask(KEY, () -> {
      ran.add("next");
      return Future.succeededFuture();
    });
    assertTrue(thrown.isComplete());
    assertEquals(List.of("next"), ran);
  }
}
