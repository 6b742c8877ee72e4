package shopbell.scheduling;

import java.time.Duration;

/**
 * The intervals of periodic work, and one timeout.
 *
 * @param ping to each browser; two that go unanswered end the socket
 * @param watch looking for unpainted cards
 * @param database checking the connection
 * @param refresh reading the user accounts again
 * @param sweep closing and deleting what is over
 * @param courier delivering events to other systems
 * @param soon after which an interaction is shown without waiting for the store
 */
public record Intervals(
    Duration ping,
    Duration watch,
    Duration database,
    Duration refresh,
    Duration sweep,
    Duration courier,
    Duration soon) {
  public static final Intervals USUAL = new Intervals(
      Duration.ofSeconds(15),
      Duration.ofMillis(250),
      Duration.ofSeconds(1),
      Duration.ofSeconds(10),
      Duration.ofMinutes(1),
      Duration.ofSeconds(1),
      Duration.ofMillis(400));
}
