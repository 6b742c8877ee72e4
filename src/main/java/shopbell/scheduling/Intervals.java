package shopbell.scheduling;

import java.time.Duration;

/**
 * How often what has to be done again and again is done, and how long is waited.
 *
 * @param ping to each browser; two that go unanswered end the socket
 * @param watch looking for cards nobody has painted
 * @param database whether it still answers
 * @param refresh reading anew who may sign in
 * @param sweep closing and forgetting what is over
 * @param courier bringing other systems what they want to be told
 * @param soon after which a contact is shown without what the store has not said yet
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
