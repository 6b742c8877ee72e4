package shopbell.desk;

import java.time.Instant;
import java.util.List;

/** An agent as a supervisor sees it: how many cards are {@code open} there, and {@code since} when. */
public record AgentStatus(
    String name, List<String> queues, boolean connected, boolean looking, int open, Instant since) {
  public AgentStatus {
    queues = List.copyOf(queues);
  }
}
