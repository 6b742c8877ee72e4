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
    return card.at(version, shown, card.sources(), cardTiming);
  }

  /** The visible part without messages. */
  static Card silent(Card card) {
    Card bare = bare(card);
    return bare.at(
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
    return card.at(
        0,
        card.interaction(),
        sources,
        new CardTiming(Instant.EPOCH, Optional.empty(), Optional.empty()));
  }
}
