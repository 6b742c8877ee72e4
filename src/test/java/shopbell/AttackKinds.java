package shopbell;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.RequestOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import shopbell.json.Json;

/** Attacks by strangers, and by customers who write and call too much; each runs until its {@link Attack} ends. */
final class AttackKinds {
  private static final int MIB = 1024 * 1024;

  private AttackKinds() {}

  static void packed(Attack attack, String key) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(("{\"batch\":[" + "{},".repeat(4 * MIB / 3 - 10) + "{}]}")
          .getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    RequestOptions to =
        attack.to("POST", "/v1/batch?writeKey=" + key).putHeader("Content-Encoding", "gzip");
    attack.repeat(40, () -> to, Buffer.buffer(packed.toByteArray()));
  }

  static void signatures(Attack attack) {
    RequestOptions to = attack.to("POST", "/in/signed").putHeader("X-Sign", "00,".repeat(2_600));
    attack.repeat(20, () -> to, Buffer.buffer("x".repeat(MIB)));
    RequestOptions one = attack.to("POST", "/in/signed").putHeader("X-Sign", "00");
    attack.repeat(20, () -> one, Buffer.buffer("x".repeat(MIB)));
  }

  static void slowly(Attack attack) {
    Buffer beginning = Buffer.buffer("x".repeat(9 * MIB / 10));
    attack.slow(150, "/in/signed", "X-Sign: 00\r\n", MIB, beginning);
    attack.slow(150, "/v1/batch", "", 4 * MIB, beginning);
  }

  static void guesses(Attack attack) {

    RequestOptions to =
        attack.to("POST", "/api/v1/session").putHeader("Content-Type", "application/json");
    attack.repeat(400, () -> to, Buffer.buffer("{\"name\":\"agent-1\",\"password\":\"a guess\"}"));
  }

  static void methods(Attack attack) {
    AtomicInteger method = new AtomicInteger();
    attack.repeat(40, () -> attack.to("M" + method.incrementAndGet(), "/"), Buffer.buffer());
  }

  static void rubbish(Attack attack) {
    RequestOptions door = attack
        .to("POST", "/in/events")
        .putHeader("Authorization", "Bearer wrong")
        .putHeader("Content-Type", "application/cloudevents+json");
    attack.repeat(20, () -> door, Buffer.buffer("{\"id\":1E+2147483648}"));
    attack.repeat(20, () -> attack.to("GET", "/in/%zz?x=%"), Buffer.buffer());
  }

  /** Ten agents see it, and it grows by one message after the other. */
  static void chat(Attack attack) {
    Event chat = Event.queued("chat " + System.nanoTime(), "+49301", "support");
    RequestOptions to = attack
        .to("POST", "/in/events")
        .putHeader("Authorization", "Bearer " + RunningShop.KEY)
        .putHeader("Content-Type", "application/cloudevents+json");
    String text = "x".repeat(10_000);
    AtomicInteger message = new AtomicInteger();
    attack.repeat(1, () -> to, Buffer.buffer(Json.write(chat.structured())));
    attack.each(
        4,
        to,
        () -> Buffer.buffer(
            Json.write(Event.step("message", chat.data().get("interaction").toString())
                .with("messageId", "m" + message.incrementAndGet())
                .with("text", text)
                .structured())));
  }

  static void calls(Attack attack) {
    RequestOptions to = attack
        .to("POST", "/in/events")
        .putHeader("Authorization", "Bearer " + RunningShop.KEY)
        .putHeader("Content-Type", "application/cloudevents+json");
    AtomicInteger left = new AtomicInteger(200);
    attack.each(
        1,
        to,
        () -> left.decrementAndGet() < 0
            ? Buffer.buffer("{}")
            : Buffer.buffer(Json.write(CallFlood.call("+4922147001", "agent-0").structured())));
  }
}
