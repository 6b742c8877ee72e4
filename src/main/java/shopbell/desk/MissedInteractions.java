package shopbell.desk;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Channel;

/** The interactions that came and ended while an agent's browser was unreachable, from the store. */
public interface MissedInteractions {
  /**
   * An interaction that rang for the agent and ended unanswered by that agent.
   *
   * @param from the number, where it was not withheld
   * @param customer the customer, where one is known
   */
  record Missed(
      UUID interaction,
      Channel channel,
      Optional<String> queue,
      Instant arrivedAt,
      String cause,
      Optional<String> from,
      Optional<Caller> customer) {}

  /** The customer who called. */
  record Caller(UUID id, String name) {}

  /** Stores that the agent's last socket closed at {@code now}. */
  Future<Void> left(String agent, Instant now);

  /** What rang and ended unanswered since the agent left, newest first, at most 20; reading it ends the absence. */
  Future<List<Missed>> missedBy(String agent, Instant now);
}
