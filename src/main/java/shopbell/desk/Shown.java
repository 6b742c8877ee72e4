package shopbell.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shopbell.model.Card;
import shopbell.model.Course;
import shopbell.model.Interaction;
import shopbell.model.Interaction.Message;

/**
 * A card as it was last shown.
 *
 * @param full as it was built, with all messages
 * @param card what is shown of it
 * @param frame the whole card
 * @param news what is new since the version before, where that is messages and nothing else
 */
record Shown(
    Card full,
    Card card,
    Audience audience,
    String frame,
    Optional<String> news,
    Set<String> viewers) {
  /** One version higher than {@code before}; empty when nothing has changed that can be seen. */
  static Optional<Shown> after(Optional<Shown> before, Course course, Card full, Instant now) {
    if (before.filter(shown -> same(shown.full, full)).isPresent()) {
      return Optional.empty();
    }
    int version = before.map(shown -> shown.card.version() + 1).orElse(1);
    Card card = Numbered.of(full, version, now);
    Optional<String> news = before
        .filter(shown -> Numbered.silent(shown.full).equals(Numbered.silent(full)))
        .map(shown -> Frames.messages(card, changed(messages(shown.full), messages(full))));
    return Optional.of(new Shown(
        full, card, Audience.of(course.interaction()), Frames.card(card), news, new HashSet<>()));
  }

  private static boolean same(Card one, Card other) {
    return Numbered.bare(one).equals(Numbered.bare(other));
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
