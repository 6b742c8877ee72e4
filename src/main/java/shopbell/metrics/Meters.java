package shopbell.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** All meter names in one place; labels have few values and never name a person, a number or an id. */
public final class Meters {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final MeterRegistry registry;
  private final Timer summary;
  private final Timer pushed;
  private final Timer painted;
  private final Counter unpainted;

  public Meters(MeterRegistry registry) {
    this.registry = registry;
    summary = timer("shopbell.summary", "reading everything about one customer");
    pushed = timer(
        "shopbell.arrival.pushed",
        "from the event's arrival to the card on its way to the browser");
    painted = timer(
        "shopbell.arrival.painted",
        "from the event's arrival to the browser's report that the card is visible");
    unpainted = Counter.builder("shopbell.cards.unpainted")
        .description("cards that were pushed and not painted within 1.5 s")
        .register(registry);
  }

  /** {@code result}: kept, repeated, refused or unavailable. */
  public void arrived(String door, String result) {
    arrived(door, result, 1);
  }

  /** The same for {@code count} events at once. */
  public void arrived(String door, String result, int count) {
    registry.counter("shopbell.arrivals", "door", door, "result", result).increment(count);
  }

  /** An arrival for agents without an account here. */
  public void nobodyThere(String door) {
    registry.counter("shopbell.arrivals.unaddressed", "door", door).increment();
  }

  /** A handle that identifies no customer, by the door, journey or source that sent it; {@code reason} why. */
  public void ignored(String sender, String kind, String reason) {
    registry
        .counter("shopbell.handles.ignored", "sender", sender, "kind", kind, "reason", reason)
        .increment();
  }

  /** {@code status}: known, likely, ambiguous or unknown. */
  public void identified(String status) {
    registry.counter("shopbell.identifications", "status", status).increment();
  }

  /** From the lookup of a customer in the store to the result. */
  public void summaryTook(Duration took) {
    summary.record(took);
  }

  /** From the arrival of the event to the card on its way. */
  public void pushedAfter(Duration took) {
    pushed.record(took);
  }

  /** From the arrival of the event to the browser's report that the card is visible. */
  public void paintedAfter(Duration took) {
    painted.record(took);
  }

  /** One more card not painted within 1.5 s. */
  public void notPainted() {
    unpainted.increment();
  }

  /** {@code result}: answered, or why not. */
  public void sourceAnswered(String source, String result, Duration took) {
    Timer.builder("shopbell.source.answer")
        .description("from a query to a source about one customer to its answer or failure")
        .tags("source", source, "result", result)
        .publishPercentileHistogram()
        .maximumExpectedValue(LONGEST)
        .register(registry)
        .record(took);
  }

  /** {@code result}: delivered, failed (to be retried) or dead. */
  public void delivered(String receiver, String result) {
    registry
        .counter("shopbell.deliveries", "receiver", receiver, "result", result)
        .increment();
  }

  /** A value that is read at every scrape. */
  public void gauge(String name, String description, Supplier<Number> value) {
    io.micrometer.core.instrument.Gauge.builder(name, value)
        .description(description)
        .register(registry);
  }

  private Timer timer(String name, String description) {
    return Timer.builder(name)
        .description(description)
        .publishPercentileHistogram()
        .maximumExpectedValue(LONGEST)
        .register(registry);
  }
}
