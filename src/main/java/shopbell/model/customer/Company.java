package shopbell.model.customer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Channel;

/**
 * The company a person belongs to (of several, the one with most open requests), or the company itself.
 *
 * @param role the person's role in the company; empty on the company's own card
 * @param openTickets tickets of the company itself, at most ten: critical first, then due, then newest
 * @param onTheLine other people of that company who are in a call or chat right now
 */
public record Company(
    UUID id,
    String name,
    Optional<String> role,
    List<Tickets.Ticket> openTickets,
    List<OnTheLine> onTheLine) {
  /** A person of the company; {@code agent} is the agent they talk to, empty while they wait. */
  public record OnTheLine(
      UUID interaction, UUID customer, String name, Channel channel, Optional<String> agent) {}

  public Company {
    openTickets = List.copyOf(openTickets);
    onTheLine = List.copyOf(onTheLine);
  }

  /** A copy with these on the line. */
  public Company with(List<OnTheLine> others) {
    return new Company(id, name, role, openTickets, others);
  }
}
