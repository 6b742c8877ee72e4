package shopbell.insight;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import shopbell.words.Words;

/** What rules have seen, in words. */
final class Spoken {
  private Spoken() {}

  /** A word of the configured language among the facts of a sentence. */
  record Word(String key) {}

  /** The sentence of {@code key}; durations become spans, lists are joined by commas. */
  static String say(Words words, String key, List<Object> facts) {
    Object[] values = facts.stream().map(fact -> said(fact, words)).toArray();
    return words.say(key, values).strip();
  }

  private static Object said(Object fact, Words words) {
    if (fact instanceof Duration span) {
      return words.span(span);
    }
    if (fact instanceof Word word) {
      return words.sayOr(word.key(), word.key());
    }
    return fact instanceof List<?> all
        ? all.stream().map(one -> said(one, words).toString()).collect(Collectors.joining(", "))
        : fact;
  }
}
