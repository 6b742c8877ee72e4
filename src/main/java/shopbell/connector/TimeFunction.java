package shopbell.connector;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** {@code $time(…)} of expressions: converts any spelling of a time to RFC 3339 in UTC. */
final class TimeFunction {
  private static final long LATEST_SECONDS = 100_000_000_000L;
  private static final DateTimeFormatter OFFSET_WITHOUT_COLON =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][.SSSSSS]Z", Locale.ROOT);
  private static final DateTimeFormatter BLANK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static final List<Function<String, Instant>> WAYS = List.of(
      text -> OffsetDateTime.parse(text).toInstant(),
      text -> OffsetDateTime.parse(text, OFFSET_WITHOUT_COLON).toInstant(),
      text -> OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(),
      text -> LocalDateTime.parse(text, BLANK).toInstant(ZoneOffset.UTC),
      text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
      text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

  private TimeFunction() {}

  /** Seconds or milliseconds since 1970, or a text; null for null, blank and any value that is no time. */
  static String iso(Object given) {
    if (given instanceof Number number) {
      long value = number.longValue();
      return (value < LATEST_SECONDS ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value))
          .toString();
    }
    if (!(given instanceof String text) || text.isBlank()) {
      return null;
    }
    if (text.matches("\\d{9,13}")) {
      return iso(Long.valueOf(text));
    }
    // some systems write "not set" as the beginning of time
    return WAYS.stream()
        .flatMap(way -> read(way, text.strip()).stream())
        .findFirst()
        .filter(at -> at.isAfter(Instant.EPOCH))
        .map(Instant::toString)
        .orElse(null);
  }

  private static Optional<Instant> read(Function<String, Instant> way, String text) {
    try {
      return Optional.of(way.apply(text));
    } catch (DateTimeException anotherWay) {
      return Optional.empty();
    }
  }
}
