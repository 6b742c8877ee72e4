package shopbell.decision.library;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import shopbell.i18n.Words;
import shopbell.model.Sentence;

/**
 * What rules and placeholders can call besides JSONata's functions. {@code $now} and {@code $millis} are the instant of
 * the decision, so that a replay gives the same answers.
 */
final class FactFunctions {
  private FactFunctions() {}

  /** {@code $days(time)}: whole days since then, negative for the future. {@code $past(time)}: whether it is over. */
  static Map<String, Object> forRules(Instant now) {
    return Map.of(
        "now", (Supplier<Object>) now::toString,
        "millis", (Supplier<Object>) now::toEpochMilli,
        "days", (Function<Object, Object>) time -> days(time, now),
        "past", (Function<Object, Object>) time -> past(time, now));
  }

  /**
   * The same, and texts in one language: {@code $span(time)} (the time since or until then), {@code $money(amount,
   * currency)}, and {@code $said(sentence)} for sentences of the card.
   */
  static Map<String, Object> forTexts(Instant now, Words words) {
    Map<String, Object> all = new HashMap<>(forRules(now));
    all.put("span", (Function<Object, Object>) time -> span(time, now, words));
    all.put("money", (BiFunction<Object, Object, Object>)
        (amount, currency) -> money(amount, currency, words));
    all.put("said", (Function<Object, Object>) sentence -> said(sentence, words));
    return all;
  }

  private static Instant instant(Object time) {
    if (!(time instanceof String text)) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Long days(Object time, Instant now) {
    Instant at = instant(time);
    return at == null
        ? null
        : (Long) Math.floorDiv(
            Duration.between(at, now).toSeconds(), Duration.ofDays(1).toSeconds());
  }

  private static Boolean past(Object time, Instant now) {
    Instant at = instant(time);
    return at == null ? null : (Boolean) at.isBefore(now);
  }

  private static String span(Object time, Instant now, Words words) {
    Instant at = instant(time);
    return at == null ? null : words.span(Duration.between(at, now));
  }

  private static String money(Object amount, Object currency, Words words) {
    return amount instanceof Number && currency instanceof String unit
        ? words.money(new BigDecimal(amount.toString()), unit)
        : null;
  }

  /** A sentence of the card as JSON has it: its key and its facts. */
  static String said(Object sentence, Words words) {
    if (sentence instanceof Map<?, ?> map
        && map.get("key") instanceof String key
        && map.get("facts") instanceof List<?> facts) {
      return words.say(new Sentence(key, List.copyOf(facts)));
    }
    return null;
  }
}
