package shopbell.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopbell.model.Card;
import shopbell.model.Interaction;
import shopbell.model.SourceStatus;
import shopbell.model.Timing;

/** A card with its version and push time, and a card without both, to be compared. */
final class Numbered {
  private Numbered() {}

  /** What is shown: of a chat the newest messages, shortened. */
  static Card of(Card card, int version, Instant pushedAt) {
    Timing timing =
        new Timing(card.timing().receivedAt(), card.timing().identifiedAt(), Optional.of(pushedAt));
    Optional<Interaction> shown = card.interaction().map(Interaction::shortened);
    return with(card, version, shown, card.sources(), timing);
  }

  /** What an agent can see of it besides messages. */
  static Card silent(Card card) {
    Card bare = bare(card);
    return with(
        bare,
        0,
        bare.interaction().map(interaction -> interaction.withMessages(List.of())),
        bare.sources(),
        bare.timing());
  }

  /** What an agent can see of it; the stamps of the last build are left out. */
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
        new Timing(Instant.EPOCH, Optional.empty(), Optional.empty()));
  }

  private static Card with(
      Card card,
      int version,
      Optional<Interaction> interaction,
      List<SourceStatus> sources,
      Timing timing) {
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
        timing,
        card.transferredFrom(),
        card.numbers());
  }
}
