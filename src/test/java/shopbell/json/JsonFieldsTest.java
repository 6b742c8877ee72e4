package shopbell.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.model.Rejected;

class JsonFieldsTest {
  @ParameterizedTest
  @CsvSource({
    "120.0, 120",
    "100.00, 100",
    "61730.0, 61730",
    "1.2E+2, 120",
    "19.90, 19.9",
    "0.0, 0",
    "-5, -5",
    "\"49.90\", 49.90"
  })
  void anAmountIsReadAsItIsMeantHoweverManyZerosEndIt(String written, BigDecimal meant) {
    assertEquals(0, meant.compareTo(amount(written)));
  }

  @ParameterizedTest
  @CsvSource({"1E+999999999", "1E+13", "1234567890123", "\"12,50\"", "true"})
  void anAmountBeyondTwelveDigitsIsRefused(String written) {
    assertThrows(Rejected.class, () -> amount(written));
  }

  @Test
  void noAmountIsNoMistake() {
    assertEquals(Optional.empty(), fields("{}").decimal("amount"));
  }

  private static BigDecimal amount(String written) {
    return fields("{\"amount\":" + written + "}").decimal("amount").orElseThrow();
  }

  private static JsonFields fields(String json) {
    return JsonFields.of(StrictJson.read(json.getBytes(StandardCharsets.UTF_8)), "");
  }
}
