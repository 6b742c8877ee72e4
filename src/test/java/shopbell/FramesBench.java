package shopbell;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Bytes sent over each agent's socket for each event: of a call, and of a chat that grows to 230 messages of 10,000
 * characters, for a browser that takes messages in frames of their own and for one that takes whole cards.
 */
@Tag("frames")
class FramesBench {
  private static final PrintStream OUT = System.out;
  private static final int AGENTS = 10;
  private static final String LONG = "Where is my parcel? ".repeat(500);

  private final List<DeskClient> seats = new ArrayList<>();
  private RunningShop shop;

  @Test
  void bytesOfEachEventForEachAgent() {
    try (RunningShop running = RunningShop.open()) {
      shop = running;
      for (int i = 0; i < AGENTS; i++) {
        String name = "agent-" + i;
        shop.hire(name, "support");
        seats.add(i % 2 == 0 ? DeskClient.apart(shop, shop.signIn(name)) : shop.seat(name));
      }
      shop.tell(Event.customer("c1", "Mia Falk", "+4922147111"));
      for (int step = 0; step < 60; step++) {
        shop.tell(Event.of("shopbell.touchpoint", Map.of("name", "product.viewed"))
            .with("customer", Map.of("system", "crm", "id", "c1")));
      }
      OUT.println(
          "| events | bytes for each event and agent: own frames | whole cards | each deflated |");
      OUT.println("|---|---|---|---|");
      String call = UUID.randomUUID().toString();
      measured("a call rings, is answered, held, gone on with, ends", 5, n -> call(call, n));
      String chat = UUID.randomUUID().toString();
      shop.tell(Event.queued(chat, "+4922147111", "support").with("channel", "chat"));
      measured("230 messages of 10,000 characters", 230, n -> message(chat, n, LONG));
      measured("20 times \"ok\" behind them", 20, n -> message(chat, 230 + n, "ok"));
      seats.forEach(DeskClient::close);
    }
  }

  private void call(String call, int step) {
    shop.tell(
        switch (step) {
          case 0 -> Event.ringing(call, "+4922147111", names());
          case 1 -> Event.answered(call, names());
          case 2 -> Event.step("held", call);
          case 3 -> Event.step("resumed", call);
          default -> Event.ended(call, "completed");
        });
  }

  private static String[] names() {
    return IntStream.range(0, AGENTS).mapToObj(n -> "agent-" + n).toArray(String[]::new);
  }

  private void message(String chat, int number, String text) {
    shop.tell(Event.step("message", chat).with("messageId", "m" + number).with("text", text));
  }

  private void measured(String what, int events, IntConsumer event) {
    settle();
    List<Integer> before =
        seats.stream().map(deskClient -> deskClient.heard().size()).toList();
    for (int n = 0; n < events; n++) {
      event.accept(n);
    }
    settle();
    long[] plain = new long[2];
    long[] packed = new long[2];
    for (int i = 0; i < AGENTS; i++) {
      List<JsonNode> all = seats.get(i).heard();
      for (JsonNode frame : all.subList(before.get(i), all.size())) {
        if (!frame.path("type").asText().equals("ping")) {
          byte[] bytes = frame.toString().getBytes(StandardCharsets.UTF_8);
          plain[i % 2] += bytes.length;
          packed[i % 2] += deflated(bytes);
        }
      }
    }
    double share = events * AGENTS / 2.0;
    OUT.printf(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f, %.0f |%n",
        what,
        plain[0] / share,
        plain[1] / share,
        packed[0] / share,
        packed[1] / share);
  }

  /** Waits until no frame has arrived for a while. */
  private void settle() {
    int[] last = {-1};
    long[] since = {System.nanoTime()};
    Waiting.until("all is quiet", () -> {
      int now = seats.stream().mapToInt(deskClient -> deskClient.heard().size()).sum();
      if (now != last[0]) {
        last[0] = now;
        since[0] = System.nanoTime();
      }
      return System.nanoTime() - since[0] > 1_500_000_000L;
    });
  }

  /** As permessage-deflate would send it, each frame by itself. */
  private static int deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(bytes);
    deflater.finish();
    int length = deflater.deflate(new byte[bytes.length + 100]);
    deflater.end();
    return length;
  }
}
