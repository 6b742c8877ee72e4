package shopbell.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A sentence without a language: every screen writes it in its agent's language.
 *
 * @param key its key in the texts of both languages
 * @param facts its values: texts and numbers as they are; a duration is {@code {seconds}}, an instant {@code {at}}, a
 *     duration that still grows {@code {since, seconds}}, an amount {@code {amount, currency, before}}, a translated
 *     word {@code {word, otherwise}}, a name configured in several languages {@code {de, en}}
 */
public record Sentence(String key, List<Object> facts) {
  public Sentence {
    facts = facts.stream().map(Sentence::plain).toList();
  }

  /** A sentence {@code key} with its values in order; durations, instants and lists of them are allowed. */
  public static Sentence of(String key, Object... facts) {
    return new Sentence(key, List.of(facts));
  }

  /** A fact that is the translated word {@code key}; {@code otherwise} where there is none. */
  public static Object word(String key, String otherwise) {
    return Map.of("word", key, "otherwise", otherwise);
  }

  /** The time from {@code at} to {@code now}; a screen keeps counting it up. */
  public static Object since(Instant at, Instant now) {
    return Map.of("since", at.toString(), "seconds", Duration.between(at, now).toSeconds());
  }

  private static Object plain(Object fact) {
    if (fact instanceof Duration span) {
      return Map.of("seconds", span.toSeconds());
    }
    if (fact instanceof Instant at) {
      return Map.of("at", at.toString());
    }
    return fact instanceof List<?> all ? all.stream().map(Sentence::plain).toList() : fact;
  }
}
