package shopbell.model.customer;

/** What a customer had to spend to get something done; docs/journey.md defines how it is counted. */
public record Effort(Spent last7Days, Spent last30Days) {
  /** Whole minutes, and the number of attempts. */
  public record Spent(int minutes, int attempts) {}

  /** No minutes and no attempts. */
  public static Effort none() {
    return new Effort(new Spent(0, 0), new Spent(0, 0));
  }
}
