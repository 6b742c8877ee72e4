package shopbell.card;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.events.Change;
import shopbell.identity.PhoneNumbers;
import shopbell.interaction.InteractionsByCustomer;
import shopbell.model.card.Card;
import shopbell.model.customer.Customer;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionState;
import shopbell.model.interaction.TrackedInteraction;

/**
 * Delivers each built card: completes it, gives it to the desk, and then reloads related cards and asks the sources.
 * Thread-safe.
 */
final class CardDelivery {
  private final CardParts parts;
  private final RelatedCards relatedCards;
  private final CompanyActivity companyActivity;
  private final InteractionsByCustomer interactionsByCustomer = new InteractionsByCustomer();

  CardDelivery(CardParts parts, RelatedCards relatedCards) {
    this.parts = parts;
    this.relatedCards = relatedCards;
    this.companyActivity = new CompanyActivity(parts.changes()::tellOthers);
  }

  /** Shows {@code card} first, then asks the sources. */
  void deliver(TrackedInteraction tracked, Card card) {
    UUID id = tracked.interaction().id();
    InteractionState interactionState = tracked.interaction().state();
    Optional<InteractionState> before =
        parts.desk().card(id).flatMap(Card::interaction).map(Interaction::state);
    parts.steps().push(tracked, completed(card));
    companyActivity.changedHere(CompanyActivity.of(card), relatedCards::rebuild);
    if (!before.equals(Optional.of(interactionState))) {
      updateRelated(id, interactionState);
    }
    boolean rings = interactionState == InteractionState.RINGING
        && !before.equals(Optional.of(interactionState));
    Optional<UUID> customer = card.customer().map(Customer::id);
    boolean other = customer.filter(who -> interactionsByCustomer.now(id, who)).isPresent();
    parts.sources().begin(id, customer, other || rings);
  }

  /** Removes the card of an interaction that is over; {@code card} is its last. */
  void close(TrackedInteraction tracked, Card card) {
    UUID interaction = tracked.interaction().id();
    updateRelated(interaction, InteractionState.CLOSED);
    interactionsByCustomer.over(interaction);
    parts.sources().callers().forget(interaction);
    parts.desk().put(tracked, card);
    companyActivity.changedHere(CompanyActivity.ended(interaction), relatedCards::rebuild);
  }

  /** No agent here sees {@code interaction} any more, and it is not over. */
  void shelved(UUID interaction) {
    interactionsByCustomer.over(interaction);
  }

  /** The card with notices and with the other open interactions of the company. */
  Card completed(Card card) {
    return parts
        .recipients()
        .named(parts.notices().addTo(companyActivity.addTo(card)))
        .grouped(PhoneNumbers::grouped);
  }

  /** Takes from another node which customer of a company is in an interaction. */
  void lineChanged(Change.CompanyLineChanged line) {
    companyActivity.apply(line).ifPresent(relatedCards::rebuild);
  }

  /** The open interactions of companies that this node knows. */
  List<Change.CompanyLineChanged> companyLines() {
    return companyActivity.all();
  }

  /** The interactions with a delivered card of {@code customer}, in no order. */
  List<UUID> about(UUID customer) {
    return interactionsByCustomer.about(customer);
  }

  /** The customers on delivered cards. */
  Set<UUID> customers() {
    return interactionsByCustomer.customers();
  }

  /** Reloads the customer's other cards when this interaction is answered, ends or is wrapped up. */
  private void updateRelated(UUID interaction, InteractionState interactionState) {
    if (interactionState != InteractionState.QUEUED
        && interactionState != InteractionState.RINGING) {
      relatedCards.reload(interactionsByCustomer.others(interaction));
    }
  }
}
