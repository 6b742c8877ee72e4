package shopbell.i18n;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import shopbell.model.Sentence;

/** The server's texts for agents, in their language; {@code words/words_*.properties} has every text. */
public final class Words {
  private final Locale locale;
  private final ZoneId zone;
  private final ResourceBundle bundle;

  /** Parsed once each; callers clone them, because formatting changes a format. */
  private final Map<String, MessageFormat> sentences = new ConcurrentHashMap<>();

  /** {@code zone} is the agents' time zone. */
  public Words(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
    ResourceBundle.Control exact =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    bundle = ResourceBundle.getBundle("words.words", locale, exact);
  }

  /** The text of {@code key} with its values; a missing key is a bug of ours and throws. */
  public String say(String key, Object... values) {
    MessageFormat sentence =
        sentences.computeIfAbsent(key, k -> new MessageFormat(bundle.getString(k), locale));
    return ((MessageFormat) sentence.clone()).format(values);
  }

  /** {@code sentence} in the configured language, for readers of the API's texts. */
  public String say(Sentence sentence) {
    return say(sentence.key(), sentence.facts().stream().map(this::fact).toArray())
        .strip();
  }

  /** Each of {@code sentences} in the configured language. */
  public List<String> sayAll(List<Sentence> sentences) {
    return sentences.stream().map(this::say).toList();
  }

  private Object fact(Object fact) {
    if (fact instanceof List<?> all) {
      return all.stream().map(one -> fact(one).toString()).collect(Collectors.joining(", "));
    }
    return fact instanceof Map<?, ?> marked ? marked(marked) : fact;
  }

  private String marked(Map<?, ?> fact) {
    if (fact.get("seconds") instanceof Number seconds) {
      return span(Duration.ofSeconds(seconds.longValue()));
    }
    if (fact.get("at") instanceof String at) {
      return when(Instant.parse(at));
    }
    if (fact.get("amount") instanceof String amount) {
      return fact.get("before")
          + money(new BigDecimal(amount), fact.get("currency").toString());
    }
    if (fact.get("word") instanceof String word) {
      return sayOr(word, fact.get("otherwise").toString());
    }
    Object here = fact.get(locale.getLanguage());
    return (here == null ? fact.values().iterator().next() : here).toString();
  }

  /** The text of {@code key}, or {@code otherwise} for unknown words of other systems. */
  public String sayOr(String key, String otherwise) {
    try {
      return bundle.getString(key);
    } catch (MissingResourceException unknown) {
      return otherwise;
    }
  }

  /** In whole minutes, hours, days or years, as people say it. */
  public String span(Duration duration) {
    long minutes = Math.max(1, duration.abs().toMinutes());
    if (minutes < 60) {
      return say("span.minutes", minutes);
    }
    long hours = minutes / 60;
    if (hours < 48) {
      return say("span.hours", hours);
    }
    long days = hours / 24;
    return days < 730 ? say("span.days", days) : say("span.years", days / 365);
  }

  /**
   * An amount in the local format: {@code 37,71 €} in German; {@code currency} is one of ISO 4217, or is shown as it
   * is.
   */
  public String money(BigDecimal amount, String currency) {
    try {
      NumberFormat format = NumberFormat.getCurrencyInstance(locale);
      format.setCurrency(Currency.getInstance(currency));
      return format.format(amount);
    } catch (IllegalArgumentException unknown) {
      return amount.toPlainString() + " " + currency;
    }
  }

  /** Whether both are on one day in the agents' time zone. */
  public boolean sameDay(Instant one, Instant other) {
    return one.atZone(zone).toLocalDate().equals(other.atZone(zone).toLocalDate());
  }

  /** Day and time, short. */
  public String when(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
        .withLocale(locale)
        .format(at.atZone(zone));
  }
}
