package shopbell.model.event;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import shopbell.model.CustomerRef;
import shopbell.model.ExternalId;
import shopbell.model.Priority;
import shopbell.model.Rejected;
import shopbell.model.TicketStatus;

/** A customer's request that an employee has to answer. */
public record TicketRecord(
    String key,
    Instant at,
    ExternalId id,
    CustomerRef customer,
    String subject,
    TicketStatus status,
    Priority priority,
    Instant openedAt,
    Instant updatedAt,
    Optional<Instant> dueAt,
    Optional<Instant> closedAt,
    Optional<String> owner,
    Optional<String> url)
    implements CustomerFact {
  public TicketRecord {
    Objects.requireNonNull(at);
    Objects.requireNonNull(openedAt);
    Objects.requireNonNull(updatedAt);
    if (subject.isBlank() || subject.length() > 1000) {
      throw Rejected.field("/subject", "a subject has 1 to 1000 characters");
    }
  }

  @Override
  public TicketRecord about(CustomerRef who) {
    return new TicketRecord(
        key, at, id, who, subject, status, priority, openedAt, updatedAt, dueAt, closedAt, owner,
        url);
  }
}
