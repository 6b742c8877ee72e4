package shopbell.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;

class SoftDeadlineTest {
  private final Vertx vertx = Vertx.vertx();
  private final SoftDeadline softDeadline = new SoftDeadline(vertx);

  @AfterEach
  void close() {
    Waiting.on(vertx.close());
  }

  @Test
  void whatIsLateIsBridgedOnTheEventLoopThatAsked() {
    softDeadline.within(Duration.ofMillis(10));
    Promise<String> late = Promise.promise();
    CompletableFuture<Thread> asked = new CompletableFuture<>();
    CompletableFuture<Thread> bridged = new CompletableFuture<>();
    CompletableFuture<String> told = new CompletableFuture<>();
    vertx.runOnContext(go -> {
      asked.complete(Thread.currentThread());
      softDeadline
          .or(late.future(), () -> bridged.complete(Thread.currentThread()))
          .onSuccess(told::complete);
    });
    assertEquals(asked.join(), bridged.orTimeout(5, TimeUnit.SECONDS).join());
    assertFalse(told.isDone());
    late.complete("here");
    assertEquals("here", told.join());
  }

  @Test
  void whatIsThereSoonOrFailsSoonIsTheSameAtOnce() {
    softDeadline.within(Duration.ofDays(1));
    AtomicBoolean bridged = new AtomicBoolean();
    Promise<String> there = Promise.promise();
    Promise<String> failed = Promise.promise();
    var first = softDeadline.or(there.future(), () -> bridged.set(true));
    var second = softDeadline.or(failed.future(), () -> bridged.set(true));
    there.complete("here");
    failed.fail(new IllegalStateException("broken"));
    assertEquals("here", Waiting.on(first));
    assertThrows(Throwable.class, () -> Waiting.on(second));
    assertTrue(second.failed());
    assertFalse(bridged.get());
  }
}
