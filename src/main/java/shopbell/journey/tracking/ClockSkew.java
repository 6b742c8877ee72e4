package shopbell.journey.tracking;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import shopbell.json.JsonFields;
import shopbell.json.Rfc3339;

/**
 * Converts a time by a client's clock, which may be wrong, to our clock.
 *
 * <p>Segment: {@code receivedAt + (timestamp - sentAt)}. RudderStack does the same with {@code originalTimestamp}; a
 * {@code timestamp} besides it that differs was given by the caller and is used unchanged.
 */
final class ClockSkew {
  private static final Duration SAME = Duration.ofMinutes(1);
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final Pattern EPOCH_MILLIS = Pattern.compile("\\d{13}");
  private static final Pattern OFFSET = Pattern.compile("([zZ]|[+-]\\d\\d:\\d\\d)$");

  private ClockSkew() {}

  /** Never after {@code receivedAt}; {@code receivedAt} itself when no time is readable. */
  static Instant at(JsonFields event, Optional<Instant> batchSentAt, Instant receivedAt) {
    Optional<Instant> given = instant(event, "timestamp");
    Optional<Instant> original = instant(event, "originalTimestamp");
    if (given.isPresent() && original.isPresent() && !near(given.get(), original.get())) {
      return bounded(given.get(), receivedAt);
    }
    Instant told = original.or(() -> given).orElse(receivedAt);
    Optional<Instant> sentAt = instant(event, "sentAt").or(() -> batchSentAt);
    boolean clock = original.isPresent() || given.isPresent();
    return bounded(
        clock && sentAt.isPresent() ? receivedAt.plus(Duration.between(sentAt.get(), told)) : told,
        receivedAt);
  }

  /** Empty when it is absent or no time: an invalid time is no reason to lose an event. */
  static Optional<Instant> instant(JsonFields event, String name) {
    return event.plain(name).flatMap(ClockSkew::parsed);
  }

  private static Optional<Instant> parsed(String text) {
    try {
      return Optional.of(read(text)).filter(at -> at.isAfter(EARLIEST) && at.isBefore(LATEST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant read(String text) {
    if (text.endsWith("Z") || OFFSET.matcher(text).find()) {
      return Rfc3339.read(text);
    }
    return EPOCH_MILLIS.matcher(text).matches()
        ? Instant.ofEpochMilli(Long.parseLong(text))
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  private static boolean near(Instant a, Instant b) {
    return Duration.between(a, b).abs().compareTo(SAME) < 0;
  }

  private static Instant bounded(Instant at, Instant receivedAt) {
    return at.isAfter(receivedAt) || at.isBefore(EARLIEST) ? receivedAt : at;
  }
}
