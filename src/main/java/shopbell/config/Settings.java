package shopbell.config;

import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The texts of all keys, as read from the file and the environment; every key has one. Each feature makes a record of its
 * own keys of them, which checks their bounds.
 */
public final class Settings {
  private static final int HIGHEST_PORT = 65_535;
  private static final int MOST_MINUTES = 7 * 24 * 60;

  private final Map<String, String> values;

  Settings(Map<String, String> given) {
    values = new TreeMap<>(ConfigurationKeys.DEFAULTS);
    values.putAll(given);
    SecretKeys.check(given);
  }

  /** The defaults with {@code over} on top; for programs that start without a file. */
  public static Settings of(Map<String, String> over) {
    over.keySet().forEach(ConfigurationKeys::check);
    return new Settings(over);
  }

  /** The value of a key that has a default. */
  public String text(String key) {
    return values.get(key);
  }

  /** A number greater than 0 and less than 1. */
  public double fraction(String key) {
    String value = values.get(key);
    if (!value.matches("0?[.]\\d{1,9}") || Double.parseDouble(value) == 0) {
      throw new InvalidConfiguration(key + " is a number between 0 and 1, such as 0.95");
    }
    return Double.parseDouble(value);
  }

  /** A number from 0 to 1. */
  public double share(String key) {
    String value = values.get(key);
    if (!value.matches("(0|1)?([.]\\d{1,9})?")
        || value.isEmpty()
        || Double.parseDouble(value) > 1) {
      throw new InvalidConfiguration(key + " is a number from 0 to 1, such as 0.08");
    }
    return Double.parseDouble(value);
  }

  /** 0 lets the system choose one. */
  public int port(String key) {
    String value = values.get(key);
    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > HIGHEST_PORT) {
      throw new InvalidConfiguration(key + " is a port from 0 to 65535");
    }
    return Integer.parseInt(value);
  }

  /** A key in whole minutes, 0 for none at all, at most a week. */
  public Duration minutesOrNone(String key) {
    return values.get(key).equals("0") ? Duration.ZERO : minutes(key);
  }

  /** A key in whole minutes, from one minute to a week. */
  public Duration minutes(String key) {
    String value = values.get(key);
    if (!value.matches("\\d{1,5}")
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > MOST_MINUTES) {
      throw new InvalidConfiguration(key + " is a number of minutes from 1 to " + MOST_MINUTES);
    }
    return Duration.ofMinutes(Integer.parseInt(value));
  }

  /** The language of the server's texts for agents: de or en. */
  public Locale locale() {
    if (!List.of("de", "en").contains(values.get("locale"))) {
      throw new InvalidConfiguration("locale is de or en");
    }
    return Locale.forLanguageTag(values.get("locale"));
  }

  /** ISO 4217. */
  public Currency currency() {
    try {
      return Currency.getInstance(values.get("currency"));
    } catch (IllegalArgumentException e) {
      throw new InvalidConfiguration("currency is three capital letters of ISO 4217, such as EUR");
    }
  }

  /** The named entries of {@code section}, each with its own keys: {@code pbx -> {kind: zammad-cti, …}}. */
  public Map<String, Map<String, String>> named(String section) {
    Map<String, Map<String, String>> found = new TreeMap<>();
    values.forEach((key, value) -> {
      String[] parts = key.split("\\.", 3);
      if (parts.length == 3 && parts[0].equals(section)) {
        found.computeIfAbsent(parts[1], name -> new TreeMap<>()).put(parts[2], value);
      }
    });
    return found;
  }
}
