package shopbell.training;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.card.SummaryStore;
import shopbell.card.content.CardBuilder;
import shopbell.model.card.CardTiming;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.event.ContactRecord;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionState;

/** Treats imported past contacts like live ones: predicts the reason of each, and records the actual one. */
public record ReasonBackfill(SummaryStore summaries, CardBuilder build, PredictionStore guesses) {
  /** Stores the prediction for {@code contact}, of a customer without any later event in the store. */
  public Future<Void> lived(UUID customer, ContactRecord contact) {
    Interaction interaction = interaction(contact);
    Future<Void> remembered = summaries
        .of(customer, contact.at())
        .map(customerSummary ->
            build.insight(alone(interaction), customerSummary, contact.at()).prediction())
        .compose(guess -> guesses.remember(guess.stream().toList()));
    return contact
        .reason()
        .map(topic ->
            remembered.compose(x -> guesses.told(interaction.id(), topic, contact.endedAt())))
        .orElse(remembered);
  }

  private static CardBuilder.Frame alone(Interaction interaction) {
    CardTiming cardTiming =
        new CardTiming(interaction.arrivedAt(), Optional.empty(), Optional.empty());
    return new CardBuilder.Frame(
        Optional.of(interaction), CustomerMatch.unknown(List.of()), cardTiming);
  }

  private static Interaction interaction(ContactRecord contact) {
    return new Interaction(
        Interaction.id(contact.id().system(), contact.id().id()),
        contact.channel(),
        contact.direction(),
        InteractionState.RINGING,
        Optional.empty(),
        Optional.empty(),
        contact.queue(),
        List.of(),
        contact.id().system(),
        contact.id().id(),
        Optional.empty(),
        contact.at(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0,
        Optional.empty());
  }
}
