package shopbell.insight;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import shopbell.i18n.Words;
import shopbell.model.Sentence;
import shopbell.model.Severity;
import shopbell.model.card.ContactReason;
import shopbell.model.interaction.Interaction;

/**
 * Likely contact reasons of an unknown caller: the menu choice, or else the most frequent reasons of the queue, if
 * enough contacts were learned from. Without either, none.
 */
public final class UnknownCallerReasons {
  /** The attribute names that telephone menus and chat forms use. */
  private static final List<String> MENU = List.of("topic", "reason", "intent", "menu");

  /** Our own estimate, defined here and in docs/reasons.md: two of ten press the wrong key, or mean something else. */
  private static final double MEANT = 0.8;

  private static final int ENOUGH = 20;
  private static final double USUAL = 0.25;
  private static final String NOTHING_SAID = "other";

  private UnknownCallerReasons() {}

  /** Reasons from the interaction alone, the likeliest first. */
  public static List<ContactReason> of(
      Interaction interaction,
      Map<String, String> attributes,
      LearnedReasons learned,
      Words words) {
    return chosen(attributes, learned)
        .map(topic -> reason(words, "menu-chosen", topic, MEANT, ""))
        .or(() -> interaction.queue().flatMap(queue -> usual(queue, learned, words)))
        .stream()
        .toList();
  }

  private static Optional<String> chosen(Map<String, String> attributes, LearnedReasons learned) {
    return MENU.stream()
        .flatMap(key -> Stream.ofNullable(attributes.get(key)))
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .filter(learned.reasons()::contains)
        .filter(topic -> !topic.equals(NOTHING_SAID))
        .findFirst();
  }

  private static Optional<ContactReason> usual(String queue, LearnedReasons learned, Words words) {
    return learned
        .usual(queue)
        .filter(usual -> usual.contacts() >= ENOUGH && usual.share() >= USUAL)
        .filter(usual -> !usual.reason().equals(NOTHING_SAID))
        .map(usual ->
            reason(words, "queue-usual", usual.reason(), usual.share(), queue, usual.contacts()));
  }

  private static ContactReason reason(
      Words words, String kind, String topic, double odds, Object... facts) {
    List<Sentence> said = List.of(
        Sentence.of("plain", Sentence.word("topic." + topic, topic)),
        Sentence.of("why." + kind + ".evidence", facts));
    return new ContactReason(
        kind,
        topic,
        words.say(said.get(0)),
        words.say(said.get(1)),
        Math.floor(odds * 100) / 100,
        Severity.INFO,
        false,
        said,
        ReasonCertainty.word(kind, Severity.INFO, odds),
        Optional.empty());
  }
}
