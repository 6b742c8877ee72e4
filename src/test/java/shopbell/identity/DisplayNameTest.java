package shopbell.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.config.Settings;
import shopbell.model.Direction;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionStep;

class DisplayNameTest {
  private final HandleNormaliser handleNormaliser = new HandleNormaliser(
      new PhoneNumbers("DE"),
      new PlaceholderIds(Settings.of(Map.of()).text("identity.ignoredIds")));

  private InteractionEvent read(String from, String name, Direction direction) {
    return (InteractionEvent) handleNormaliser.normalise(
        new InteractionEvent(
            "1",
            Instant.EPOCH,
            InteractionStep.RINGING,
            "c1",
            Optional.empty(),
            Optional.of(direction),
            Optional.of(from),
            Optional.of("\"Desk\" <sip:101@pbx>"),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            name == null ? Map.of() : Map.of(InteractionEvent.DISPLAY_NAME, name),
            Optional.empty()),
        nothing -> {});
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = """
      022147111                                    | Rosa Klein                  | +4922147111 | Rosa Klein
      "Rosa Klein" <sip:+4922147111@pbx;user=phone> |                             | +4922147111 | Rosa Klein
      Rosa Klein <022147111>                       |                             | +4922147111 | Rosa Klein
      "Rosa Klein" <022147111>                     | R. Klein                    | +4922147111 | R. Klein
      sip:022147111@pbx.example                    |                             | +4922147111 |
      tel:+49-221-47111                            |                             | +4922147111 |
      <sip:+4922147111@pbx>                        |                             | +4922147111 |
      022147111                                    | +49 221 47111               | +4922147111 |
      022147111                                    | anonymous                   | +4922147111 |
      022147111                                    | Unknown                     | +4922147111 |
      022147111                                    | Rosa~ni# Klein  | +4922147111 | Rosa ni Klein
      "Anonymous" <sip:anonymous@anonymous.invalid> |                            |             |
      """)
  void aNameIsToldApartFromTheNumber(String from, String name, String number, String shown) {
    InteractionEvent event = read(
        from,
        name == null ? null : name.replace('~', (char) 0x202e).replace('#', (char) 7),
        Direction.IN);
    assertEquals(Optional.ofNullable(number), event.from());
    assertEquals(Optional.ofNullable(shown), event.displayName());
  }

  @ParameterizedTest
  @CsvSource({"99, 99", "300, 100"})
  void aLongNameIsCut(int length, int kept) {
    InteractionEvent event = read("022147111", "ä".repeat(length), Direction.IN);
    assertEquals(kept, event.displayName().orElseThrow().length());
  }

  @ParameterizedTest
  @CsvSource({"IN, Rosa", "OUT, Desk"})
  void ofACallOutItIsWhoIsCalled(Direction direction, String name) {
    assertEquals(
        Optional.of(name), read("\"Rosa\" <022147111>", null, direction).displayName());
  }
}
