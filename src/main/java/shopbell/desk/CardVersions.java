package shopbell.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopbell.model.card.Card;
import shopbell.model.card.CardTiming;
import shopbell.model.card.SourceStatus;
import shopbell.model.interaction.Interaction;

/** Derives the shown card, with version and push time, and the card without both, for comparison. */
final class CardVersions {
  private CardVersions() {}

  /** The shown card: of a chat the newest messages, shortened. */
  static Card of(Card card, int version, Instant pushedAt) {
    CardTiming cardTiming = new CardTiming(
        card.timing().receivedAt(), card.timing().identifiedAt(), Optional.of(pushedAt));
    Optional<Interaction> shown = card.interaction().map(Interaction::shortened);
    return with(card, version, shown, card.sources(), cardTiming);
  }

  /** The visible part without messages. */
  static Card silent(Card card) {
    Card bare = bare(card);
    return with(
        bare,
        0,
        bare.interaction().map(interaction -> interaction.withMessages(List.of())),
        bare.sources(),
        bare.timing());
  }

  /** The visible part; the time stamps of the build are left out. */
  static Card bare(Card card) {
    List<SourceStatus> sources = card.sources().stream()
        .map(s ->
            new SourceStatus(s.name(), s.state(), Optional.empty(), Optional.empty(), s.reason()))
        .toList();
    return with(
        card,
        0,
        card.interaction(),
        sources,
        new CardTiming(Instant.EPOCH, Optional.empty(), Optional.empty()));
  }

  private static Card with(
      Card card,
      int version,
      Optional<Interaction> interaction,
      List<SourceStatus> sources,
      CardTiming cardTiming) {
    return new Card(
        version,
        interaction,
        card.match(),
        card.customer(),
        card.value(),
        card.tickets(),
        card.journey(),
        card.history(),
        card.promises(),
        card.sinceLast(),
        card.satisfaction(),
        card.shipments(),
        card.notices(),
        card.actions(),
        card.reason(),
        card.friction(),
        card.effort(),
        card.company(),
        sources,
        cardTiming,
        card.transferredFrom(),
        card.numbers());
  }
}
