package shopbell.desk;

import java.time.Instant;
import java.util.List;

/** An agent as a supervisor sees it: {@code open} is the number of cards, {@code since} the time of connecting. */
public record AgentStatus(
    String name, List<String> queues, boolean connected, boolean looking, int open, Instant since) {
  public AgentStatus {
    queues = List.copyOf(queues);
  }
}
