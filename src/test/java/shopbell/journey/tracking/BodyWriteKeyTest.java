package shopbell.journey.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyWriteKeyTest {
  private static Optional<String> find(String beginning) {
    return BodyWriteKey.find(beginning.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"writeKey\":\"k\"",
        "{\"a\":{\"writeKey\":\"no\"},\"writeKey\":\"k\",\"batch\":[{\"writeKey\":\"no\"}]}",
        "{\"batch\":[{\"a\":[1,{}],\"writeKey\":\"k\"},{\"writeKey\":\"no\"},",
        "{\"batch\":[],\"writeKey\":\"k\"}",
        "{\"batch\":[{\"a\":1},{\"writeKey\":\"no\"}],\"writeKey\":\"k\"}",
        "{\"batch\":[1,[2,3],{\"writeKey\":\"no\"}],\"writeKey\":\"k\"}"
      })
  void itIsFoundAtItsPlacesAndNowhereElse(String beginning) {
    assertEquals(Optional.of("k"), find(beginning));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "null",
        "{\"writeKey\":\"cut of",
        "{\"writeKey\":\"",
        "{\"writeKey\":\" \"}",
        "{\"writeKey\":{\"writeKey\":\"no\"}}",
        "{\"batch\":[{\"a\":1},{\"writeKey\":\"no\"",
        "{\"batch\":[",
        "{\"batch\":[1",
        "{\"a\":\"\\u12",
        "rubbish {\"writeKey\":\"no\"}"
      })
  void whatIsCutOffOrElsewhereIsNone(String beginning) {
    assertEquals(Optional.empty(), find(beginning));
  }
}
