package shopbell.model.card;

import java.util.List;
import java.util.Optional;
import shopbell.model.customer.Effort;
import shopbell.model.customer.Friction;

/**
 * The conclusions of a card, drawn from the facts.
 *
 * @param reason the likely reasons of the contact, the likeliest first
 * @param reasonsHidden whether the contact was drawn to measure predictions: all reasons but what is owed are left out
 * @param friction what was hard for the customer lately, the hardest first
 * @param sinceLast what has changed since the last contact; empty without one
 */
public record CardInsight(
    List<SuggestedAction> actions,
    List<ContactReason> reason,
    boolean reasonsHidden,
    List<Friction> friction,
    Effort effort,
    Optional<SinceLastContact> sinceLast) {
  public CardInsight {
    actions = List.copyOf(actions);
    reason = List.copyOf(reason);
    friction = List.copyOf(friction);
  }

  /** Of an interaction without customer data; {@code reasons} come from the interaction alone. */
  public static CardInsight of(List<ContactReason> reasons) {
    return new CardInsight(List.of(), reasons, false, List.of(), Effort.none(), Optional.empty());
  }

  /** A copy with these actions. */
  public CardInsight withActions(List<SuggestedAction> decided) {
    return new CardInsight(decided, reason, reasonsHidden, friction, effort, sinceLast);
  }
}
