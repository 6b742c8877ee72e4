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

/** The scenes of a demo day: each is a few events as real systems would send them, with realistic pauses. */
final class CallScenarios {
  private static final String LINE = "+4922147100";
  private static final long RINGS_MILLIS = 9_000;
  private static final long GIVES_UP_MILLIS = 14_000;
  private static final long AFTER_MILLIS = 3_000;
  private static final long SIGNS_IN_MILLIS = 8_000;

  private final Vertx vertx;
  private final DemoSystems demoSystems;
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

  CallScenarios(Vertx vertx, DemoSystems demoSystems, InstantSource clock) {
    this.vertx = vertx;
    this.demoSystems = demoSystems;
    this.clock = clock;
  }

  /** Plays scene {@code index} (any number) at the desk of the agent with {@code extension}. */
  void play(int index, String extension) {
    all.get(Math.floorMod(index, all.size())).accept(extension);
  }

  private void brokenPromise(String extension) {
    int number = DemoCustomers.COMPANIES + 17;
    Instant now = clock.instant();
    demoSystems
        .event(
            "shopbell.ticket.upserted",
            now.minus(Duration.ofMinutes(4)),
            new JsonObject()
                .put("system", "helpdesk")
                .put("id", "9" + number)
                .put("customer", who(number))
                .put("subject", DemoTexts.one(DemoCustomers.vocabulary(number).subjects(), random))
                .put("status", "open")
                .put("priority", "critical")
                .put("openedAt", now.minus(Duration.ofHours(31)).toString())
                .put("dueAt", now.minus(Duration.ofHours(2)).toString()))
        .onSuccess(sent -> call(DemoCustomers.phone(number), extension));
  }

  private void duePromise(String extension) {
    call(DemoCustomers.phone(DemoCustomers.COMPANIES + 47), extension);
  }

  /** An unknown visitor calls and signs in during the call; their visits become the customer's. */
  private void becomesKnown(String extension) {
    int number = DemoCustomers.COMPANIES + 60 + random.nextInt(30);
    String product = DemoTexts.one(DemoCustomers.vocabulary(number).products(), random);
    VisitScenario browser = new VisitScenario(demoSystems);
    List<VisitScenario.VisitAct> acts = List.of(
        new VisitScenario.VisitAct(19, "Product Viewed", product),
        new VisitScenario.VisitAct(17, "Product Added", product),
        new VisitScenario.VisitAct(15, "Coupon Denied", product),
        new VisitScenario.VisitAct(3, "Order Status Viewed", product));
    browser
        .did(acts, clock.instant())
        .onSuccess(told -> call(DemoCustomers.phone(number), extension));
    vertx.setTimer(
        RINGS_MILLIS + SIGNS_IN_MILLIS,
        t -> browser.signsIn(DemoCustomers.customerNumber(number), clock.instant()));
  }

  /** Two people of one company at once: each card shows the other on the line, and with which agent. */
  private void colleagues(String extension) {
    Instant now = clock.instant();
    int firm = 3;
    demoSystems
        .event(
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
          call(DemoCustomers.phone(DemoCustomers.COMPANIES + firm), extension);
          vertx.setTimer(
              AFTER_MILLIS,
              t -> call(
                  DemoCustomers.phone(DemoCustomers.COMPANIES + firm + 1_000), other(extension)));
        });
  }

  private static String other(String extension) {
    return Demo.AGENTS.values().stream()
        .filter(one -> !one.equals(extension))
        .findFirst()
        .orElse(extension);
  }

  /** Tried several times, read help, gave up and calls. */
  private void stuck(String extension) {
    int number = DemoCustomers.COMPANIES + 30 + random.nextInt(30);
    Instant now = clock.instant();
    String product = DemoTexts.one(DemoCustomers.vocabulary(number).products(), random);
    touch(number, now.minus(Duration.ofMinutes(16)), "checkout.started", product, null);
    for (int minutes : List.of(14, 11, 8)) {
      touch(number, now.minus(Duration.ofMinutes(minutes)), "payment.failed", product, "failed");
    }
    touch(number, now.minus(Duration.ofMinutes(5)), "help.viewed", "Zahlung", null)
        .onSuccess(sent -> call(DemoCustomers.phone(number), extension));
  }

  private void abandonedCheckout(String extension) {
    int number = DemoCustomers.COMPANIES + random.nextInt(100);
    Instant now = clock.instant();
    String product = DemoTexts.one(DemoCustomers.vocabulary(number).products(), random);
    touch(number, now.minus(Duration.ofMinutes(21)), "product.viewed", product, null);
    touch(number, now.minus(Duration.ofMinutes(12)), "checkout.abandoned", product, "abandoned")
        .onSuccess(sent -> chat(number, extension));
  }

  private void company(String extension) {
    call(DemoCustomers.block(random.nextInt(100)) + random.nextInt(1, 10), extension);
  }

  private void household(String extension) {
    int person = 40 * random.nextInt(2);
    call(DemoCustomers.household(DemoCustomers.COMPANIES + person).orElseThrow(), extension);
  }

  private void parcel(String extension) {
    int number = DemoCustomers.COMPANIES + random.nextInt(100);
    Instant now = clock.instant();
    String order = "B9" + number + demoSystems.fresh();
    demoSystems
        .event(
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
                        .add(DemoTexts.one(DemoCustomers.vocabulary(number).products(), random))))
        .compose(sent -> demoSystems.event(
            "shopbell.shipment.upserted", now.minus(Duration.ofHours(2)), shipment(order, now)))
        .onSuccess(sent -> call(DemoCustomers.phone(number), extension));
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
    call(DemoCustomers.phone(DemoCustomers.ALL - 1 - random.nextInt(100)), extension);
  }

  private void nobodyAnswers(String extension) {
    String call = demoSystems.fresh();
    String from = DemoCustomers.phone(DemoCustomers.COMPANIES + random.nextInt(100));
    demoSystems.pbx(
        told("newCall", call, from).put("user", new JsonArray().add("101").add("102")));
    vertx.setTimer(
        GIVES_UP_MILLIS, t -> demoSystems.pbx(told("hangup", call, from).put("cause", "cancel")));
  }

  private void anybody(String extension) {
    call(DemoCustomers.phone(random.nextInt(600)), extension);
  }

  private void call(String from, String extension) {
    String call = demoSystems.fresh();
    demoSystems.pbx(told("newCall", call, from).put("user", new JsonArray().add(extension)));
    vertx.setTimer(
        RINGS_MILLIS,
        t -> demoSystems.pbx(told("answer", call, from).put("answeringNumber", extension)));
    vertx.setTimer(
        RINGS_MILLIS + random.nextInt(50_000, 90_000),
        t -> demoSystems.pbx(told("hangup", call, from).put("cause", "normalClearing")));
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
    String chat = "chat-" + demoSystems.fresh();
    JsonObject said = new JsonObject()
        .put("interaction", chat)
        .put("channel", "chat")
        .put("direction", "in")
        .put("queue", "sales")
        .put("agents", new JsonArray().add(extension))
        .put("handles", new JsonArray().add(signedIn(number)));
    step(0, "ringing", said);
    step(RINGS_MILLIS, "answered", said);
    List<String> lines = DemoCustomers.vocabulary(number).equals(DemoTexts.GERMAN)
        ? ChatScripts.GERMAN
        : ChatScripts.ENGLISH;
    long at = 1_500;
    for (String line : lines) {
      JsonObject message = new JsonObject()
          .put("interaction", chat)
          .put("author", ChatScripts.author(line))
          .put("text", ChatScripts.text(line));
      step(at, "message", message);
      at += 11_000;
    }
    step(at + 15_000, "ended", said.copy().put("cause", "completed"));
  }

  private static JsonObject signedIn(int number) {
    return new JsonObject()
        .put("kind", "customerNumber")
        .put("value", DemoCustomers.customerNumber(number))
        .put("verified", true);
  }

  private void step(long afterMillis, String step, JsonObject said) {
    vertx.setTimer(
        Math.max(1, afterMillis),
        t -> demoSystems.event("shopbell.interaction." + step, clock.instant(), said));
  }

  private io.vertx.core.Future<Void> touch(
      int number, Instant at, String name, String text, String outcome) {
    return demoSystems.event(
        "shopbell.touchpoint",
        at,
        new JsonObject()
            .put("id", demoSystems.fresh())
            .put("customer", who(number))
            .put("channel", "web")
            .put("name", name)
            .put("properties", new JsonObject().put("text", text))
            .put("outcome", outcome));
  }

  private static JsonObject who(int number) {
    return new JsonObject()
        .put("system", DemoCustomers.SYSTEM)
        .put("id", DemoCustomers.customerNumber(number));
  }
}
