package shopbell.model.card;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import shopbell.model.customer.ContactHistory;
import shopbell.model.customer.Promise;
import shopbell.model.interaction.Handover;
import shopbell.model.interaction.Interaction;

/**
 * The brief for the agent who takes over a call or chat.
 *
 * @param agent the agent who had the customer before
 * @param note the notes written about this contact so far
 * @param since when the customer reached us, before any transfer
 * @param promises the promises made in this contact, the first due first
 */
public record TransferredFrom(
    String agent, Optional<String> note, Instant since, List<String> promises) {
  private static final int MOST_LEGS = 10;

  public TransferredFrom {
    Objects.requireNonNull(agent);
    Objects.requireNonNull(since);
    promises = List.copyOf(promises);
  }

  /** A transfer within {@code interaction}; {@code summary} is present where the customer is known. */
  public static TransferredFrom of(
      Handover handover, Interaction interaction, Optional<CustomerSummary> summary) {
    return of(handover.agent(), interaction.id(), interaction.arrivedAt(), summary);
  }

  /**
   * A transfer that started a new interaction: {@code parent} is the previous one, as in the customer's history. Where
   * {@code parent} only rang without an answer, the agent who talked before it counts.
   */
  public static Optional<TransferredFrom> of(UUID parent, CustomerSummary customerSummary) {
    return talked(parent, customerSummary.history(), MOST_LEGS)
        .flatMap(before -> before
            .agent()
            .map(agent ->
                of(agent, before.interaction(), before.at(), Optional.of(customerSummary))));
  }

  private static Optional<ContactHistory.Contact> talked(
      UUID contact, ContactHistory contactHistory, int legs) {
    return contactHistory
        .contact(contact)
        .flatMap(before -> before
            .parent()
            .filter(parent -> before.answeredAt().isEmpty() && legs > 0)
            .flatMap(parent -> talked(parent, contactHistory, legs - 1))
            .or(() -> Optional.of(before)));
  }

  private static TransferredFrom of(
      String agent, UUID contact, Instant since, Optional<CustomerSummary> summary) {
    return new TransferredFrom(
        agent,
        summary.flatMap(s -> s.history().contact(contact)).flatMap(ContactHistory.Contact::note),
        since,
        summary.map(CustomerSummary::promises).orElse(List.of()).stream()
            .filter(promise -> !promise.madeAt().isBefore(since))
            .map(Promise::text)
            .toList());
  }

  /** A copy with the agent by the name that the agent has here. */
  public TransferredFrom named(UnaryOperator<String> names) {
    return new TransferredFrom(names.apply(agent), note, since, promises);
  }
}
