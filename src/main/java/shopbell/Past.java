package shopbell;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.card.SummaryStore;
import shopbell.insight.CardBuild;
import shopbell.model.ContactRecord;
import shopbell.model.Interaction;
import shopbell.model.Match;
import shopbell.model.State;
import shopbell.model.Timing;
import shopbell.training.PredictionStore;

/** Contacts of former times, as if they had come in here: what would have been guessed, and what was said. */
record Past(SummaryStore summaries, CardBuild build, PredictionStore guesses) {
  /** Remembers the guess of {@code contact}, of a customer of whom nothing is kept yet that came later. */
  Future<Void> lived(UUID customer, ContactRecord contact) {
    Interaction interaction = interaction(contact);
    Future<Void> remembered = summaries
        .of(customer, contact.at())
        .map(summary -> build.thought(alone(interaction), summary, contact.at()).guess())
        .compose(guess -> guesses.remember(guess.stream().toList()));
    return contact
        .reason()
        .map(topic ->
            remembered.compose(x -> guesses.told(interaction.id(), topic, contact.endedAt())))
        .orElse(remembered);
  }

  private static CardBuild.Frame alone(Interaction interaction) {
    Timing timing = new Timing(interaction.arrivedAt(), Optional.empty(), Optional.empty());
    return new CardBuild.Frame(Optional.of(interaction), Match.unknown(List.of()), timing);
  }

  private static Interaction interaction(ContactRecord contact) {
    return new Interaction(
        Interaction.id(contact.id().system(), contact.id().id()),
        contact.channel(),
        contact.direction(),
        State.RINGING,
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
