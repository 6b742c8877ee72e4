package shopbell.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shopbell.model.card.Card;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.Interaction.Message;
import shopbell.model.interaction.TrackedInteraction;

/**
 * A card as it was last shown.
 *
 * @param full as it was built, with all messages
 * @param card the part that is shown
 * @param frame the whole card
 * @param news the change since the version before, where that is messages and nothing else
 */
record ShownCard(
    Card full,
    Card card,
    Audience audience,
    String frame,
    Optional<String> news,
    Set<String> viewers) {
  /** One version higher than {@code before}; empty when nothing visible has changed. */
  static Optional<ShownCard> after(
      Optional<ShownCard> before, TrackedInteraction tracked, Card full, Instant now) {
    if (before.filter(shownCard -> same(shownCard.full, full)).isPresent()) {
      return Optional.empty();
    }
    int version = before.map(shownCard -> shownCard.card.version() + 1).orElse(1);
    Card card = CardVersions.of(full, version, now);
    Optional<String> news = before
        .filter(shownCard -> CardVersions.silent(shownCard.full).equals(CardVersions.silent(full)))
        .map(shownCard ->
            DeskMessages.messages(card, changed(messages(shownCard.full), messages(full))));
    return Optional.of(new ShownCard(
        full,
        card,
        Audience.of(tracked.interaction()),
        DeskMessages.card(card),
        news,
        new HashSet<>()));
  }

  private static boolean same(Card one, Card other) {
    return CardVersions.bare(one).equals(CardVersions.bare(other));
  }

  private static List<Message> messages(Card card) {
    return card.interaction().map(Interaction::messages).orElse(List.of());
  }

  private static List<Message> changed(List<Message> before, List<Message> now) {
    Map<String, Message> known = new HashMap<>();
    before.forEach(message -> known.put(message.id(), message));
    return now.stream()
        .filter(message -> !message.equals(known.get(message.id())))
        .map(Message::shortened)
        .toList();
  }
}
