package shopbell.model.customer;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Priority;
import shopbell.model.TicketStatus;

/** Open before closed; critical first, then by due date, then the newest. */
public record Tickets(int open, int critical, List<Ticket> items) {
  /** A request that waits for an answer, or has one. {@code system} is the system that owns it. */
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

  /** In the order in which they are shown. */
  public static final Comparator<Ticket> URGENT = Comparator.comparing(
          (Ticket ticket) -> ticket.status() == TicketStatus.CLOSED)
      .thenComparing(ticket -> ticket.priority() != Priority.CRITICAL)
      .thenComparing(ticket -> ticket.dueAt().orElse(Instant.MAX))
      .thenComparing(Comparator.comparing(Ticket::updatedAt).reversed());

  public Tickets {
    items = List.copyOf(items);
  }

  /** A customer without any ticket, open or closed. */
  public static Tickets none() {
    return new Tickets(0, 0, List.of());
  }
}
