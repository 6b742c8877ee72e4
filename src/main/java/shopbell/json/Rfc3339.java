package shopbell.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Parses times in JSON (RFC 3339). The spelling nearly all senders use is parsed many times faster than others. */
public final class Rfc3339 {
  private static final String USUAL = "0000-00-00T00:00:00";
  private static final String UTC = "Z";
  private static final String NO_OFFSET = "+00:00";
  private static final int SECOND = USUAL.length();
  private static final int FINEST = ".123456789".length();
  private static final int DAY = 86_400;

  private Rfc3339() {}

  /**
   * A time with its offset.
   *
   * @throws DateTimeException when it is none
   */
  public static Instant read(String text) {
    int end = end(text);
    return usual(text, end) ? plain(text, end) : OffsetDateTime.parse(text).toInstant();
  }

  /** Where the offset begins, if there is one. */
  private static int end(String text) {
    String offset = text.endsWith(UTC) ? UTC : text.endsWith(NO_OFFSET) ? NO_OFFSET : text;
    return text.length() - offset.length();
  }

  /** The format of JavaScript's toISOString, Java's Instant and PostgreSQL: UTC, seconds, perhaps with a fraction. */
  private static boolean usual(String text, int end) {
    if (end < SECOND || end > SECOND + FINEST || end == SECOND + 1) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char shape = i < SECOND ? USUAL.charAt(i) : i == SECOND ? '.' : '0';
      char c = text.charAt(i);
      if (shape == '0' ? c < '0' || c > '9' : c != shape) {
        return false;
      }
    }
    return two(text, 11) < 24 && two(text, 14) < 60 && two(text, 17) < 60;
  }

  private static Instant plain(String text, int end) {
    long day = LocalDate.of(two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8))
        .toEpochDay();
    int second = two(text, 11) * 3600 + two(text, 14) * 60 + two(text, 17);
    int nanos = 0;
    for (int i = SECOND + 1; i < SECOND + FINEST; i++) {
      nanos = nanos * 10 + (i < end ? text.charAt(i) - '0' : 0);
    }
    return Instant.ofEpochSecond(day * DAY + second, nanos);
  }

  private static int two(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }
}
