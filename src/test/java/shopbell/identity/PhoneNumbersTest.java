package shopbell.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvFileSource(resources = "/identity/numbers.csv", numLinesToSkip = 1, delimiter = '|')
  void everySpellingIsOneNumber(String country, String sent, String number) {
    assertEquals(Optional.ofNullable(number), new PhoneNumbers(country).e164(sent));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "anonymous",
        "Anonymous",
        "<unknown>",
        "unknown",
        "restricted",
        "private",
        "sip:anonymous@anonymous.invalid",
        "\"Anonymous\" <sip:anonymous@anonymous.invalid>",
        "+266696687",
        "unterdrückt",
        "No Caller ID"
      })
  void aWithheldNumberIsNoNumber(String sent) {
    PhoneNumbers numbers = new PhoneNumbers("DE");
    assertTrue(numbers.withheld(sent));
    assertEquals(Optional.empty(), numbers.e164(sent));
  }

  @ParameterizedTest(name = "{0} behind {1}: {2} is {3}")
  @CsvSource({
    "DE,0,0004930123456,+4930123456",
    "DE,0,0030123456,+4930123456",
    "DE,0,+4930123456,+4930123456",
    "DE,0,0+4930123456,+4930123456",
    "DE,0,030123456,+4930123456",
    "DE,0,4930123456,+4930123456",
    "DE,9,9030123456,+4930123456",
    "DE,9,900493012345678,+493012345678",
    "US,9,912125550123,+12125550123",
    "US,9,92125550123,+12125550123",
    "US,9,9785550123,+19785550123"
  })
  void theDigitsOfAnOutsideLineAreNoPartOfANumber(
      String country, String digits, String sent, String number) {
    assertEquals(Optional.of(number), new PhoneNumbers(country).behind(digits).e164(sent));
  }

  @Test
  void endlessTextIsNoNumber() {
    assertEquals(Optional.empty(), new PhoneNumbers("DE").e164("4".repeat(100_000)));
  }
}
