package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples the event loops while the shop is busy, with a source, a mapped door and two receivers. */
class EventLoopIT {
  private static final String CONNECTOR = """
      name: other
      door:
        map: |
          body.{"type": "shopbell.touchpoint", "id": id, "data": {"name": name, "customer": {"kind": "phone", "value": who}}}
      source:
        steps:
          - {name: found, when: $exists($phone), path: '"/tickets"', query: {phone: $phone}, next: page.next}
        map: 'found.tickets.{"type": "shopbell.ticket.upserted", "data": {"id": id, "subject": subject}}'
      action:
        events: interaction.finished
        steps:
          - {name: told, method: POST, when: $exists(disposition), path: '"/told"', body: '{"of": disposition}'}
      """;
  private static final List<String> SLOW = List.of(
      "org.bouncycastle.crypto.generators",
      "java.io.FileInputStream",
      "java.io.FileOutputStream",
      "java.lang.ProcessBuilder",
      "com.dashjoin.jsonata",
      "org.yaml.snakeyaml",
      "java.lang.Thread.sleep",
      "java.util.concurrent.locks.LockSupport.park",
      "java.lang.Object.wait");

  @TempDir
  private Path folder;

  private final OtherSystem other = OtherSystem.open();

  @AfterEach
  void close() {
    other.close();
  }

  private Map<String, String> settings() throws IOException {
    Files.writeString(folder.resolve("other.yaml"), CONNECTOR);
    other.does(OtherSystem.json("{\"tickets\":[{\"id\":\"7\",\"subject\":\"Lamp flickers\"}]}"));
    Map<String, String> settings = new HashMap<>(Map.of(
        "connectors.folder",
        folder.toString(),
        "ingress.mapped.kind",
        "other",
        "ingress.mapped.key",
        RunningShop.KEY,
        "deliveries.told.kind",
        "webhook",
        "deliveries.told.url",
        other.url(),
        "deliveries.told.secret",
        WebhookServer.SECRET));
    for (String section : List.of("sources.asked.", "deliveries.written.")) {
      settings.put(section + "kind", "other");
      settings.put(section + "url", other.url());
    }
    return settings;
  }

  @Test
  void noEventLoopIsEverSeenWaitingHashingReadingFilesOrMapping() throws IOException {
    try (RunningShop shop = RunningShop.open(settings()).hire("anna", "support")) {
      shop.tell(Event.customer("1", "Mia Falk", "+4922147111"));
      List<CompletableFuture<Void>> busy = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        busy.add(CompletableFuture.runAsync(() -> work(shop)));
      }
      CompletableFuture<Void> all = CompletableFuture.allOf(busy.toArray(CompletableFuture[]::new));
      Set<String> found = new TreeSet<>();
      int looked = watch(all, found);
      all.join();
      Waiting.until("all have been asked and told", () -> paths() == 3);
      assertTrue(looked > 100, looked + " looks");
      assertEquals(Set.of(), found);
    }
  }

  private long paths() {
    return other.asked().stream()
        .map(uri -> uri.replaceFirst("[?].*", ""))
        .distinct()
        .count();
  }

  /** How often a loop was looked at until {@code all} is done. */
  private static int watch(CompletableFuture<Void> all, Set<String> found) {
    AtomicInteger looked = new AtomicInteger();
    while (!all.isDone()) {
      Thread.getAllStackTraces().forEach((thread, stack) -> {
        if (thread.getName().startsWith("vert.x-eventloop")
            && Arrays.stream(stack).noneMatch(EventLoopIT::harmless)
            && !handsOver(stack)) {
          looked.incrementAndGet();
          Arrays.stream(stack)
              .map(EventLoopIT::name)
              .filter(frame -> SLOW.stream().anyMatch(frame::startsWith))
              .map(slow ->
                  slow + Arrays.stream(stack).limit(14).map(EventLoopIT::name).toList())
              .forEach(found::add);
        }
      });
    }
    return looked.get();
  }

  private static String name(StackTraceElement frame) {
    return frame.getClassName() + "." + frame.getMethodName();
  }

  /** Fresh tokens come from /dev/urandom, which never blocks; a class is loaded once. */
  private static boolean harmless(StackTraceElement frame) {
    return frame.getClassName().endsWith("NativePRNG")
        || frame.getClassName().equals("java.lang.ClassLoader");
  }

  /** Handing work to another thread: the queue's own lock is held while one entry is put in, and for nothing else. */
  private static boolean handsOver(StackTraceElement[] stack) {
    List<String> frames = Arrays.stream(stack).map(EventLoopIT::name).toList();
    return frames.contains("java.util.concurrent.LinkedBlockingQueue.offer")
        && frames.contains("java.util.concurrent.locks.ReentrantLock.lock");
  }

  private static void work(RunningShop shop) {
    try (DeskClient deskClient = shop.seat("anna")) {
      for (int i = 0; i < 20; i++) {
        Event ringing = Event.ringing(UUID.randomUUID().toString(), "+4922147111", "anna");
        shop.tell(ringing);
        deskClient.card(ringing.interaction(), "ringing");
        shop.call("GET", "/").send().expect(200);
        shop.call("GET", "/schemas/shopbell.touchpoint.json").send().expect(200);
        shop.call("GET", "/api/v1/customers?q=falk")
            .cookie(deskClient.cookie())
            .send()
            .expect(200);
        if (i % 10 == 0) {
          shop.signIn("anna");
          shop.call("POST", "/api/v1/session")
              .json(Map.of("name", "x" + i, "password", "y"))
              .send();
        }
        visit(shop);
        finish(shop, deskClient, ringing);
      }
    }
  }

  private static void visit(RunningShop shop) {
    shop.call("POST", "/in/mapped")
        .key(RunningShop.KEY)
        .json(
            Map.of("id", UUID.randomUUID().toString(), "name", "page.viewed", "who", "+4922147111"))
        .send()
        .expect(202);
  }

  private static void finish(RunningShop shop, DeskClient deskClient, Event ringing) {
    String call = ringing.data().get("interaction").toString();
    shop.tell(Event.answered(call, "anna"), Event.ended(call, "completed"));
    shop.call("POST", "/api/v1/interactions/" + ringing.interaction() + "/wrap-up")
        .cookie(deskClient.cookie())
        .header("Origin", shop.url())
        .json(Map.of("disposition", "resolved", "note", "told"))
        .send()
        .expect(204);
  }
}
