package shopbell.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.model.Rejected;

class StrictJsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1E+2147483648",
        "1E+2147483647",
        "-1E-2147483648",
        "1E-2147483647",
        "1e999999999999999999999",
        "1E401",
        "[0.5, {\"amount\": 1E+100000}]"
      })
  void aNumberThatWouldFillTheMemoryIsMalformed(String text) {
    Rejected rejected = assertThrows(Rejected.class, () -> read(text));
    assertEquals(Rejected.Reason.MALFORMED, rejected.reason());
    assertFalse(rejected.getMessage().contains(text), "the text is not repeated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.0", "1E308", "4.9E-324", "12345678901234567890.123", "19.90"})
  void aUsualNumberIsKeptToTheLastDigit(String text) {
    assertEquals(0, new BigDecimal(text).compareTo(read(text).decimalValue()));
  }

  @Test
  void moreValuesThanATreeOfThemHasRoomForAreMalformed() {
    assertEquals(240_000, read("[" + "{},".repeat(239_999) + "{}]").size());
    assertThrows(Rejected.class, () -> read("[" + "{},".repeat(260_000) + "{}]"));
  }

  @Test
  void anIntegerOfAThousandDigitsIsMalformed() {
    assertThrows(Rejected.class, () -> read("9".repeat(1_001)));
  }

  private static JsonNode read(String text) {
    return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
