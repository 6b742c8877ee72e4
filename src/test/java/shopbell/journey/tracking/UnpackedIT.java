package shopbell.journey.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.journey.tracking.TrackingShop.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Answer;
import shopbell.Waiting;

/**
 * A few packed kilobytes that unpack to megabytes: their memory is bounded, and other senders do not wait for them.
 */
class UnpackedIT {
  private static final int MIB = 1024 * 1024;
  private static final int AT_ONCE = 60;

  private static TrackingShop trackingShop;

  @BeforeAll
  static void open() {
    trackingShop = TrackingShop.open();
  }

  @AfterAll
  static void close() {
    trackingShop.close();
  }

  private static byte[] nothings() {
    String empty = "{},".repeat(4 * MIB / 3 - 10);
    return CapturedRequest.gzip(("{\"batch\":[" + empty + "{}]}").getBytes(StandardCharsets.UTF_8));
  }

  private static Answer post(byte[] packed, String key) {
    return trackingShop
        .shop()
        .call("POST", "/v1/batch?writeKey=" + key)
        .header("Content-Encoding", "gzip")
        .body("application/json", packed)
        .send();
  }

  @Test
  void aMillionEmptyMessagesAreRefusedBeforeAnythingIsMadeOfThem() {
    byte[] packed = nothings();
    assertTrue(packed.length < 8 * 1024, packed.length + " bytes");
    assertTrue(post(packed, trackingShop.writeKey())
        .problem(413)
        .path("detail")
        .asText()
        .contains("2500 messages"));
  }

  @Test
  void manyAtOnceAreRefusedAtOnceAndOthersAreServed() {
    byte[] packed = nothings();
    ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<CompletableFuture<Answer>> sent = IntStream.range(0, AT_ONCE)
          .mapToObj(n ->
              CompletableFuture.supplyAsync(() -> post(packed, trackingShop.writeKey()), senders))
          .toList();
      Waiting.until(
          "one is sent away",
          () -> sent.stream().anyMatch(one -> one.isDone() && one.join().status() == 429));
      trackingShop.shop().call("GET", "/").send().expect(200);
      for (CompletableFuture<Answer> one : sent) {
        int status = one.join().status();
        assertTrue(status == 413 || status == 429, status + "");
        if (status == 429) {
          assertEquals("2", one.join().header("Retry-After"));
        }
      }
      trackingShop.batch(message("type", "page", "userId", "after")).expect(200);
    } finally {
      senders.shutdown();
    }
  }

  @Test
  void anUnknownKeyCostsNothingHoweverMuchIsPacked() {
    byte[] packed = nothings();
    List<CompletableFuture<Answer>> sent = IntStream.range(0, AT_ONCE)
        .mapToObj(n -> CompletableFuture.supplyAsync(() -> post(packed, "wrong")))
        .toList();
    sent.forEach(one -> one.join().problem(401));
    trackingShop.send("/v1/batch", Map.of("batch", List.of())).expect(200);
  }
}
