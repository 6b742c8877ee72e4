package shopbell.simulate;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The parameters of one run.
 *
 * @param url scheme, host and port of the server, without a path
 * @param rate arrivals a second
 * @param warmUp at the same rate, before {@code length} begins; not counted
 * @param key a secret of scope admin
 * @param door the name of a door of kind cloudevents
 * @param numbers the callers' numbers; besides, every tenth caller is unknown
 */
public record LoadProfile(
    URI url,
    int agents,
    double rate,
    Duration length,
    Duration warmUp,
    String key,
    String door,
    List<String> numbers) {
  public LoadProfile {
    if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
      throw new IllegalArgumentException("a server's address is such as http://127.0.0.1:8080");
    }
    if (agents < 1 || rate <= 0 || length.isNegative() || length.isZero() || warmUp.isNegative()) {
      throw new IllegalArgumentException("agents, rate and seconds are more than nothing");
    }
    numbers = List.copyOf(numbers);
  }

  /** Arrivals of the warm-up. */
  int warming() {
    return (int) Math.round(rate * warmUp.toMillis() / 1_000);
  }

  /** Arrivals in all. */
  int arrivals() {
    return warming() + (int) Math.max(1, Math.round(rate * length.toMillis() / 1_000));
  }

  /** When arrival {@code number} is due, counted from the first; independent of the server. */
  long dueNanos(int number) {
    return (long) (number * 1e9 / rate);
  }
}
