package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A sampler looks at what the event loops do while the shop is busy. */
class EventLoopIT {
  private static final List<String> SLOW = List.of(
      "org.bouncycastle.crypto.generators",
      "java.io.FileInputStream",
      "java.io.FileOutputStream",
      "java.lang.ProcessBuilder",
      "java.lang.Thread.sleep",
      "java.util.concurrent.locks.LockSupport.park",
      "java.lang.Object.wait");

  @Test
  void noEventLoopIsEverSeenWaitingHashingOrReadingFiles() {
    try (RunningShop shop = RunningShop.open().hire("anna", "support")) {
      shop.tell(Event.customer("1", "Mia Falk", "+4922147111"));
      List<CompletableFuture<Void>> busy = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        busy.add(CompletableFuture.runAsync(() -> work(shop)));
      }
      CompletableFuture<Void> all = CompletableFuture.allOf(busy.toArray(CompletableFuture[]::new));
      Set<String> found = new TreeSet<>();
      AtomicInteger looked = new AtomicInteger();
      while (!all.isDone()) {
        Thread.getAllStackTraces().forEach((thread, stack) -> {
          // fresh tokens come from /dev/urandom, which never keeps anybody waiting
          boolean random =
              Arrays.stream(stack).anyMatch(frame -> frame.getClassName().endsWith("NativePRNG"));
          if (!random && thread.getName().startsWith("vert.x-eventloop")) {
            looked.incrementAndGet();
            Arrays.stream(stack)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .filter(frame -> SLOW.stream().anyMatch(frame::startsWith))
                .forEach(found::add);
          }
        });
      }
      all.join();
      assertTrue(looked.get() > 100, looked + " looks");
      assertEquals(Set.of(), found);
    }
  }

  private static void work(RunningShop shop) {
    try (Seat seat = shop.seat("anna")) {
      for (int i = 0; i < 20; i++) {
        Event ringing = Event.ringing(UUID.randomUUID().toString(), "+4922147111", "anna");
        shop.tell(ringing);
        seat.card(ringing.interaction(), "ringing");
        shop.call("GET", "/").send().expect(200);
        shop.call("GET", "/schemas/shopbell.touchpoint.json").send().expect(200);
        shop.call("GET", "/api/v1/customers?q=falk")
            .cookie(seat.cookie())
            .send()
            .expect(200);
        if (i % 10 == 0) {
          shop.signIn("anna");
          shop.call("POST", "/api/v1/session")
              .json(Map.of("name", "x" + i, "password", "y"))
              .send();
        }
        shop.tell(Event.ended(ringing.data().get("interaction").toString(), "abandoned"));
      }
    }
  }
}
