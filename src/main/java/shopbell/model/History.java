package shopbell.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Former calls and chats, newest first. */
public record History(int contacts, int last30Days, List<Contact> items) {
  /**
   * One of them, as it went and was wrapped up.
   *
   * @param answeredAt empty when nobody answered, or when the system it comes from did not say
   * @param reason what it was about, in the word the agent chose
   */
  public record Contact(
      UUID interaction,
      Channel channel,
      Direction direction,
      Instant at,
      Optional<Instant> answeredAt,
      Optional<Instant> endedAt,
      Optional<Cause> cause,
      Optional<String> queue,
      int transfers,
      Optional<String> agent,
      Optional<String> disposition,
      Optional<String> reason,
      Optional<String> note) {}

  public History {
    items = List.copyOf(items);
  }

  /** The same with at most {@code most} items. */
  public History newest(int most) {
    return new History(contacts, last30Days, items.stream().limit(most).toList());
  }

  /** Nobody has ever called. */
  public static History none() {
    return new History(0, 0, List.of());
  }
}
