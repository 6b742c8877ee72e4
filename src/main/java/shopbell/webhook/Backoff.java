package shopbell.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The wait after a failed attempt: more frequent at first than Standard Webhooks proposes, and as long in total, about
 * three days.
 */
final class Backoff {
  private static final List<Duration> PAUSES = List.of(
      Duration.ofSeconds(5),
      Duration.ofSeconds(15),
      Duration.ofSeconds(30),
      Duration.ofMinutes(1),
      Duration.ofMinutes(5),
      Duration.ofMinutes(30),
      Duration.ofHours(2),
      Duration.ofHours(5),
      Duration.ofHours(10),
      Duration.ofHours(14),
      Duration.ofHours(20),
      Duration.ofHours(24));

  private Backoff() {}

  /** After {@code attempts} failures; empty when the delivery is given up. */
  static Optional<Duration> after(int attempts) {
    return attempts > PAUSES.size() ? Optional.empty() : Optional.of(PAUSES.get(attempts - 1));
  }
}
