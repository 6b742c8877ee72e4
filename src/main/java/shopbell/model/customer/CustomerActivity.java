package shopbell.model.customer;

import java.time.Instant;
import java.util.List;
import shopbell.model.ContractWord;

/**
 * The number of one customer's events over some days, counted from all events.
 *
 * @param until the instant of counting; newer events are not in it
 */
public record CustomerActivity(Instant since, Instant until, List<Cell> cells) {
  /** The worst effect on the customer of a cell's events. */
  public enum Hurt implements ContractWord {
    NONE("none"),
    FRICTION("friction"),
    CRITICAL("critical");

    private final String word;

    Hurt(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * Six hours of one row of the chart, with at least one event.
   *
   * @param lane {@code web} (visits and orders), {@code contact}, {@code parcel} or {@code ticket}
   * @param at the beginning of the six hours, in UTC a multiple of them
   */
  public record Cell(String lane, Instant at, int events, Hurt hurt) {}

  public CustomerActivity {
    cells = List.copyOf(cells);
  }
}
