package shopbell.model.customer;

/** What a customer had to spend to get something done; docs/journey.md defines how it is counted. */
public record Effort(Spent last7Days, Spent last30Days) {
  /** Whole minutes, and how many times the customer set out. */
  public record Spent(int minutes, int attempts) {}

  /** Nothing at all. */
  public static Effort none() {
    return new Effort(new Spent(0, 0), new Spent(0, 0));
  }
}
