package shopbell.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

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
      Handover handover, Interaction interaction, Optional<Summary> summary) {
    return of(handover.agent(), interaction.id(), interaction.arrivedAt(), summary);
  }

  /**
   * Handed on as a new interaction: {@code parent} is the one before, as the customer's history has it. Where that only rang in
   * vain, whoever talked before it has handed on.
   */
  public static Optional<TransferredFrom> of(UUID parent, Summary summary) {
    return talked(parent, summary.history(), MOST_LEGS)
        .flatMap(before -> before
            .agent()
            .map(agent -> of(agent, before.interaction(), before.at(), Optional.of(summary))));
  }

  private static Optional<History.Contact> talked(UUID contact, History history, int legs) {
    return history
        .contact(contact)
        .flatMap(before -> before
            .parent()
            .filter(parent -> before.answeredAt().isEmpty() && legs > 0)
            .flatMap(parent -> talked(parent, history, legs - 1))
            .or(() -> Optional.of(before)));
  }

  private static TransferredFrom of(
      String agent, UUID contact, Instant since, Optional<Summary> summary) {
    return new TransferredFrom(
        agent,
        summary.flatMap(s -> s.history().contact(contact)).flatMap(History.Contact::note),
        since,
        summary.map(Summary::promises).orElse(List.of()).stream()
            .filter(promise -> !promise.madeAt().isBefore(since))
            .map(Promise::text)
            .toList());
  }

  /** The same with the agent by the name that the agent has here. */
  public TransferredFrom named(UnaryOperator<String> names) {
    return new TransferredFrom(names.apply(agent), note, since, promises);
  }
}
