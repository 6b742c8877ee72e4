package shopbell.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
  private static final long FIRST = -62_135_596_800_000L;
  private static final long LAST = 253_402_300_799_999L;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31T17:00:00Z",
        "2026-01-31T17:00:00.007Z",
        "2024-02-29T23:59:59.999Z",
        "2026-01-31T17:00:00.123456Z",
        "2026-01-31T17:00:00.1Z",
        "2026-01-31T17:00:00.123456789Z",
        "2026-01-31T17:00Z",
        "2026-01-31T17:00:00+00:00",
        "2026-01-31T17:00:00.12345+00:00",
        "2026-01-31T17:00+00:00",
        "2026-01-31T17:00:00+01:00",
        "2026-01-31T17:00:00.5-09:30"
      })
  void everySpellingIsReadAsTheLibraryReadsIt(String text) {
    assertEquals(OffsetDateTime.parse(text).toInstant(), Rfc3339.read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-02-30T17:00:00Z",
        "2026-13-01T17:00:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T17:60:00Z",
        "2026-01-31T17:00:60Z",
        "2026-01-31 17:00:00Z",
        "2026-01-31T17:00:00",
        "2026-01-31T17:00:00.00xZ",
        "2026-01-31T17:00:00.1234567890Z",
        "2026-01-31T17:00:00.1234567890+00:00",
        "+00:00",
        "２０２６-01-31T17:00:00Z",
        "tomorrow"
      })
  void whatTheLibraryRefusesIsRefused(String text) {
    assertThrows(DateTimeException.class, () -> OffsetDateTime.parse(text));
    assertThrows(DateTimeException.class, () -> Rfc3339.read(text));
  }

  @Property
  void whatIsWrittenIsReadBack(@ForAll @LongRange(min = FIRST, max = LAST) long millis) {
    java.time.Instant at = java.time.Instant.ofEpochMilli(millis);
    assertEquals(at, Rfc3339.read(at.toString()));
  }
}
