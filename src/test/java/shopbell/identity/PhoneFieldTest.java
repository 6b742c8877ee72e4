package shopbell.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PhoneFieldTest {
  private final PhoneNumbers reader = new PhoneNumbers("DE");

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvFileSource(
      resources = "/identity/phone-fields.csv",
      numLinesToSkip = 1,
      delimiter = '|',
      quoteCharacter = '\0')
  void aFieldIsReadAsAPersonReadsIt(String sent, String numbers, String problem) {
    PhoneField field = PhoneField.read(sent, reader);
    assertEquals(numbers == null ? "" : numbers, String.join(" ", field.numbers()));
    assertEquals(
        Optional.ofNullable(problem), field.problem().map(IgnoredHandle.IgnoredReason::toString));
  }

  @Test
  void linesOfOneCellAreSeveralNumbers() {
    PhoneField field = PhoneField.read("030 77125456\n0171 7780072\r\n", reader);
    assertEquals(List.of("+493077125456", "+491717780072"), field.numbers());
    assertEquals(Optional.empty(), field.problem());
  }

  @Test
  void anEndlessFieldIsNotRead() {
    assertEquals(
        Optional.of(IgnoredHandle.IgnoredReason.UNREADABLE),
        PhoneField.read("030 77125456;".repeat(1_000), reader).problem());
  }
}
