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
 * @param agent who had the customer before
 * @param note what was written down of this contact so far
 * @param since when the customer came on the line, before any transfer
 * @param promises what was promised in this contact, the first due first
 */
public record TransferredFrom(
    String agent, Optional<String> note, Instant since, List<String> promises) {
  private static final int MOST_LEGS = 10;

  public TransferredFrom {
    Objects.requireNonNull(agent);
    Objects.requireNonNull(since);
    promises = List.copyOf(promises);
  }

  /** Handed on within {@code interaction}; {@code summary} where the customer is known. */
  public static TransferredFrom of(
      Handover handover, Interaction interaction, Optional<CustomerSummary> summary) {
    return of(handover.agent(), interaction.id(), interaction.arrivedAt(), summary);
  }

  /**
   * Handed on as a new interaction: {@code parent} is the one before, as the customer's history has it. Where that only rang in
   * vain, whoever talked before it has handed on.
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

  /** The same with the agent by the name that the agent has here. */
  public TransferredFrom named(UnaryOperator<String> names) {
    return new TransferredFrom(names.apply(agent), note, since, promises);
  }
}
