package shopbell.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Open before closed; critical first, then by due date, then the newest. */
public record Tickets(int open, int critical, List<Ticket> items) {
  /** A request that waits for an answer, or did. {@code system} is where it lives. */
  public record Ticket(
      UUID id,
      String system,
      String number,
      String subject,
      TicketStatus status,
      Priority priority,
      Instant openedAt,
      Instant updatedAt,
      Optional<Instant> dueAt,
      Optional<Instant> closedAt,
      Optional<String> owner,
      Optional<String> url) {}

  public Tickets {
    items = List.copyOf(items);
  }

  /** Nobody waits, nobody ever asked. */
  public static Tickets none() {
    return new Tickets(0, 0, List.of());
  }
}
