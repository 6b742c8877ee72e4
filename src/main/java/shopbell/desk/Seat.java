package shopbell.desk;

import java.time.Instant;
import java.util.List;

/** An agent as a supervisor sees it: how many cards are {@code open} there, and {@code since} when. */
public record Seat(
    String name, List<String> queues, boolean connected, boolean looking, int open, Instant since) {
  public Seat {
    queues = List.copyOf(queues);
  }
}
