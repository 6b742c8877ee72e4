package shopbell.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Former calls and chats, newest first. */
public record History(int contacts, int last30Days, List<Contact> items) {
  /** One of them, as it was wrapped up. */
  public record Contact(
      UUID interaction,
      Channel channel,
      Instant at,
      Optional<String> agent,
      Optional<String> disposition,
      Optional<String> note) {}

  public History {
    items = List.copyOf(items);
  }

  /** Nobody has ever called. */
  public static History none() {
    return new History(0, 0, List.of());
  }
}
