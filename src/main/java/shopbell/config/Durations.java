package shopbell.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations in the configuration's format: {@code 800ms}, {@code 10s}, {@code 5m}, {@code 2h}. */
public final class Durations {
  private static final Pattern SPAN = Pattern.compile("(\\d{1,6}) ?(ms|s|m|h)");

  private Durations() {}

  /** The value of {@code key}, {@code otherwise} when it is null; InvalidConfiguration unless it is positive. */
  public static Duration of(String key, String value, Duration otherwise) {
    if (value == null) {
      return otherwise;
    }
    Matcher span = SPAN.matcher(value.strip());
    if (!span.matches() || Integer.parseInt(span.group(1)) == 0) {
      throw new InvalidConfiguration(key + " is a span such as 800ms, 10s, 5m or 2h");
    }
    long count = Long.parseLong(span.group(1));
    return switch (span.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }
}
