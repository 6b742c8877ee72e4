package shopbell.demo;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** What can happen on a day: each scene is a few events as real systems would send them, in their rhythm. */
final class Scenes {
  private static final String LINE = "+4922147100";
  private static final long RINGS_MILLIS = 9_000;
  private static final long GIVES_UP_MILLIS = 14_000;
  private static final long AFTER_MILLIS = 3_000;
  private static final long SIGNS_IN_MILLIS = 8_000;

  private final Vertx vertx;
  private final Wire wire;
  private final InstantSource clock;
  private final SplittableRandom random = new SplittableRandom(7);
  private final List<Consumer<String>> all = List.of(
      this::brokenPromise,
      this::abandonedCheckout,
      this::becomesKnown,
      this::colleagues,
      this::stuck,
      this::household,
      this::duePromise,
      this::parcel,
      this::company,
      this::stranger,
      this::english,
      this::nobodyAnswers,
      this::anybody);

  Scenes(Vertx vertx, Wire wire, InstantSource clock) {
    this.vertx = vertx;
    this.wire = wire;
    this.clock = clock;
  }

  /** Plays scene {@code index} (any number) at the desk of whoever has {@code extension}. */
  void play(int index, String extension) {
    all.get(Math.floorMod(index, all.size())).accept(extension);
  }

  private void brokenPromise(String extension) {
    int number = Cast.COMPANIES + 17;
    Instant now = clock.instant();
    wire.event(
            "shopbell.ticket.upserted",
            now.minus(Duration.ofMinutes(4)),
            new JsonObject()
                .put("system", "helpdesk")
                .put("id", "9" + number)
                .put("customer", who(number))
                .put("subject", Vocabulary.one(Cast.vocabulary(number).subjects(), random))
                .put("status", "open")
                .put("priority", "critical")
                .put("openedAt", now.minus(Duration.ofHours(31)).toString())
                .put("dueAt", now.minus(Duration.ofHours(2)).toString()))
        .onSuccess(sent -> call(Cast.phone(number), extension));
  }

  private void duePromise(String extension) {
    call(Cast.phone(Cast.COMPANIES + 47), extension);
  }

  /** Nobody knows who visits the shop; while they talk, the caller signs in, and the visits are theirs. */
  private void becomesKnown(String extension) {
    int number = Cast.COMPANIES + 60 + random.nextInt(30);
    String product = Vocabulary.one(Cast.vocabulary(number).products(), random);
    Browsing browser = new Browsing(wire);
    List<Browsing.Act> acts = List.of(
        new Browsing.Act(19, "Product Viewed", product),
        new Browsing.Act(17, "Product Added", product),
        new Browsing.Act(15, "Coupon Denied", product),
        new Browsing.Act(3, "Order Status Viewed", product));
    browser.did(acts, clock.instant()).onSuccess(told -> call(Cast.phone(number), extension));
    vertx.setTimer(
        RINGS_MILLIS + SIGNS_IN_MILLIS,
        t -> browser.signsIn(Cast.customerNumber(number), clock.instant()));
  }

  /** Two of one firm at once: each card says who else is on the line, and with whom. */
  private void colleagues(String extension) {
    Instant now = clock.instant();
    int firm = 3;
    wire.event(
            "shopbell.ticket.upserted",
            now.minus(Duration.ofMinutes(50)),
            new JsonObject()
                .put("system", "helpdesk")
                .put("id", "900" + firm)
                .put("customer", who(firm))
                .put("subject", "Sammelrechnung stimmt nicht")
                .put("status", "open")
                .put("priority", "high")
                .put("openedAt", now.minus(Duration.ofHours(26)).toString()))
        .onSuccess(sent -> {
          call(Cast.phone(Cast.COMPANIES + firm), extension);
          vertx.setTimer(
              AFTER_MILLIS, t -> call(Cast.phone(Cast.COMPANIES + firm + 1_000), other(extension)));
        });
  }

  private static String other(String extension) {
    return Demo.AGENTS.values().stream()
        .filter(one -> !one.equals(extension))
        .findFirst()
        .orElse(extension);
  }

  /** Tried again and again, read help, gave up and calls. */
  private void stuck(String extension) {
    int number = Cast.COMPANIES + 30 + random.nextInt(30);
    Instant now = clock.instant();
    String product = Vocabulary.one(Cast.vocabulary(number).products(), random);
    touch(number, now.minus(Duration.ofMinutes(16)), "checkout.started", product, null);
    for (int minutes : List.of(14, 11, 8)) {
      touch(number, now.minus(Duration.ofMinutes(minutes)), "payment.failed", product, "failed");
    }
    touch(number, now.minus(Duration.ofMinutes(5)), "help.viewed", "Zahlung", null)
        .onSuccess(sent -> call(Cast.phone(number), extension));
  }

  private void abandonedCheckout(String extension) {
    int number = Cast.COMPANIES + random.nextInt(100);
    Instant now = clock.instant();
    String product = Vocabulary.one(Cast.vocabulary(number).products(), random);
    touch(number, now.minus(Duration.ofMinutes(21)), "product.viewed", product, null);
    touch(number, now.minus(Duration.ofMinutes(12)), "checkout.abandoned", product, "abandoned")
        .onSuccess(sent -> chat(number, extension));
  }

  private void company(String extension) {
    call(Cast.block(random.nextInt(100)) + random.nextInt(1, 10), extension);
  }

  private void household(String extension) {
    int person = 40 * random.nextInt(2);
    call(Cast.household(Cast.COMPANIES + person).orElseThrow(), extension);
  }

  private void parcel(String extension) {
    int number = Cast.COMPANIES + random.nextInt(100);
    Instant now = clock.instant();
    String order = "B9" + number + wire.fresh();
    wire.event(
            "shopbell.order.upserted",
            now.minus(Duration.ofDays(4)),
            new JsonObject()
                .put("system", "shop")
                .put("id", order)
                .put("customer", who(number))
                .put("placedAt", now.minus(Duration.ofDays(4)).toString())
                .put("total", new JsonObject().put("amount", 189.9).put("currency", "EUR"))
                .put("status", "sent")
                .put(
                    "items",
                    new JsonArray()
                        .add(Vocabulary.one(Cast.vocabulary(number).products(), random))))
        .compose(sent -> wire.event(
            "shopbell.shipment.upserted", now.minus(Duration.ofHours(2)), shipment(order, now)))
        .onSuccess(sent -> call(Cast.phone(number), extension));
  }

  private static JsonObject shipment(String order, Instant now) {
    return new JsonObject()
        .put("system", "shop")
        .put("id", "P" + order.substring(1))
        .put("order", order)
        .put("promisedAt", now.minus(Duration.ofHours(20)).toString())
        .put("status", "failed")
        .put("exception", "Empfänger nicht angetroffen");
  }

  private void stranger(String extension) {
    call("+491729925904", extension);
  }

  private void english(String extension) {
    call(Cast.phone(Cast.ALL - 1 - random.nextInt(100)), extension);
  }

  private void nobodyAnswers(String extension) {
    String call = wire.fresh();
    String from = Cast.phone(Cast.COMPANIES + random.nextInt(100));
    wire.pbx(told("newCall", call, from).put("user", new JsonArray().add("101").add("102")));
    vertx.setTimer(
        GIVES_UP_MILLIS, t -> wire.pbx(told("hangup", call, from).put("cause", "cancel")));
  }

  private void anybody(String extension) {
    call(Cast.phone(random.nextInt(600)), extension);
  }

  private void call(String from, String extension) {
    String call = wire.fresh();
    wire.pbx(told("newCall", call, from).put("user", new JsonArray().add(extension)));
    vertx.setTimer(
        RINGS_MILLIS, t -> wire.pbx(told("answer", call, from).put("answeringNumber", extension)));
    vertx.setTimer(
        RINGS_MILLIS + random.nextInt(50_000, 90_000),
        t -> wire.pbx(told("hangup", call, from).put("cause", "normalClearing")));
  }

  private static JsonObject told(String event, String call, String from) {
    return new JsonObject()
        .put("event", event)
        .put("callId", call)
        .put("direction", "in")
        .put("from", from.substring(1))
        .put("to", LINE.substring(1))
        .put("queue", "support");
  }

  private void chat(int number, String extension) {
    String chat = "chat-" + wire.fresh();
    JsonObject said = new JsonObject()
        .put("interaction", chat)
        .put("channel", "chat")
        .put("direction", "in")
        .put("queue", "sales")
        .put("agents", new JsonArray().add(extension))
        .put("handles", new JsonArray().add(signedIn(number)));
    step(0, "ringing", said);
    step(RINGS_MILLIS, "answered", said);
    List<String> lines =
        Cast.vocabulary(number).equals(Vocabulary.GERMAN) ? Talk.GERMAN : Talk.ENGLISH;
    long at = 1_500;
    for (String line : lines) {
      JsonObject message = new JsonObject()
          .put("interaction", chat)
          .put("author", Talk.author(line))
          .put("text", Talk.text(line));
      step(at, "message", message);
      at += 11_000;
    }
    step(at + 15_000, "ended", said.copy().put("cause", "completed"));
  }

  private static JsonObject signedIn(int number) {
    return new JsonObject()
        .put("kind", "customerNumber")
        .put("value", Cast.customerNumber(number))
        .put("verified", true);
  }

  private void step(long afterMillis, String step, JsonObject said) {
    vertx.setTimer(
        Math.max(1, afterMillis),
        t -> wire.event("shopbell.interaction." + step, clock.instant(), said));
  }

  private io.vertx.core.Future<Void> touch(
      int number, Instant at, String name, String text, String outcome) {
    return wire.event(
        "shopbell.touchpoint",
        at,
        new JsonObject()
            .put("id", wire.fresh())
            .put("customer", who(number))
            .put("channel", "web")
            .put("name", name)
            .put("properties", new JsonObject().put("text", text))
            .put("outcome", outcome));
  }

  private static JsonObject who(int number) {
    return new JsonObject().put("system", Cast.SYSTEM).put("id", Cast.customerNumber(number));
  }
}
