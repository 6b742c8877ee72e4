package shopbell.decision.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.connector.ConnectorError;
import shopbell.json.Json;
import shopbell.model.decision.Action;
import shopbell.model.decision.ActionCatalogue;
import shopbell.model.decision.ActionKind;
import shopbell.model.decision.ActionStart.StartKind;
import shopbell.model.decision.SuccessDefinition.SuccessKind;
import shopbell.model.decision.Veto;

class ActionReaderTest {
  private static final String WHOLE = """
      name: express-delivery
      kind: sale
      title:
        de: "Express für {orders[0].number} anbieten"
        en: "Offer express for {orders[0].number}"
      steps:
        de: |
          Preis nennen
          Adresse prüfen
        en: |
          Name the price
          Check the address
      because: {de: "Hat es eilig", en: "Is in a hurry"}
      reasons: [parcel-late, parcel-moving]
      start: {kind: link, target: "https://shop.example/express"}
      eligible: |
        customer.tier = "gold"
          and value.orders > 2
      applicable: $days(value.lastOrderAt) < 30
      suitable: satisfaction.last.score > 6
      value: {amount: 12.50, unit: EUR}
      cost: {amount: 2, unit: EUR}
      from: 2026-12-01
      until: 2026-12-24
      queues: [support]
      channels: [call, chat]
      cap: {times: 2, within: P30D}
      coolingOff: P90D
      success: {kind: order, within: P14D}
      evidence: {successes: 3, trials: 10}
      holdOut: 0.1
      """;

  private static final String LEAST = """
      name: least
      kind: information
      title: {de: Tu es, en: Do it}
      because: {de: Darum, en: Because}
      """;

  private static String error(String yaml) {
    return assertThrows(ConnectorError.class, () -> ActionReader.read(yaml)).placed();
  }

  @Test
  void everyKeyIsRead() {
    Action action = ActionReader.read(WHOLE);
    assertEquals("express-delivery", action.name());
    assertEquals(ActionKind.SALE, action.kind());
    assertEquals("Name the price\nCheck the address", action.texts().steps().en());
    assertEquals(StartKind.LINK, action.start().orElseThrow().kind());
    assertEquals(Set.of("parcel-late", "parcel-moving"), action.placement().reasons());
    assertEquals(Optional.of(LocalDate.of(2026, 12, 24)), action.placement().until());
    assertEquals(
        "customer.tier = \"gold\"\n  and value.orders > 2", action.rules().eligible());
    assertEquals(Duration.ofDays(30), action.limits().cap().orElseThrow().within());
    assertEquals(Duration.ofDays(90), action.limits().coolingOff());
    assertEquals(Optional.of(0.1), action.limits().holdOut());
    assertEquals(new BigDecimal("12.50"), action.goal().value().amount());
    assertEquals(SuccessKind.ORDER, action.goal().success().orElseThrow().kind());
    assertEquals(3, action.goal().evidence().successes());
  }

  @Test
  void aWrittenActionIsReadAgainInYamlAndInJson() {
    for (String yaml : new String[] {WHOLE, LEAST}) {
      Action action = ActionReader.read(yaml);
      assertEquals(action, ActionReader.read(LibraryWriter.yaml(LibraryWriter.document(action))));
      assertEquals(action, ActionReader.read(Json.write(LibraryWriter.document(action))));
    }
  }

  @Test
  void jsonOfOtherProgramsIsReadWithItsEscapesAndTabs() {
    String json = """
        {
        \t"name": "a", "kind": "sale",
        \t"title": {"de": "1\\/2 \\u00e4 \\\\/ \\ud83d\\ude00", "en": "half"},
        \t"because": {"de": "d", "en": "e"}
        }
        """;
    assertEquals("1/2 ä \\/ 😀", ActionReader.read(json).texts().title().de());
  }

  @Test
  void theProgramsOwnActionsAndVetoesAreReadAgainToo() {
    ActionCatalogue own = BuiltInActions.catalogue();
    own.actions()
        .forEach(version -> assertEquals(
            version.action(),
            ActionReader.read(LibraryWriter.yaml(LibraryWriter.document(version.action())))));
    for (Veto veto : own.vetoes()) {
      assertEquals(veto, VetoReader.read(LibraryWriter.yaml(LibraryWriter.document(veto))));
      assertEquals(veto, VetoReader.read(Json.write(LibraryWriter.document(veto))));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "elligible: true | line 5, column 1: unknown key elligible; did you mean eligible?",
        "kind: sale | line 5, column 1: kind stands here twice",
        "eligible: customer.tier = | line 5, column 26: Unexpected end of expression",
        "value: {amount: 5, unit: Euro} | line 5, column 20: unit is points, or a currency",
        "value: {amount: -5, unit: EUR} | line 5, column 9: amount is a number from 0",
        "value: {amount: five, unit: EUR} | line 5, column 9: amount is a number such as 12.50",
        "coolingOff: 90 days | line 5, column 1: coolingOff is a duration such as P7D",
        "cap: {times: 0, within: P1D} | line 5, column 7: times is a whole number from 1 to 1000",
        "from: tomorrow | line 5, column 1: from is a day such as 2026-12-24",
        "holdOut: 0.9 | line 5, column 1: holdOut is a share from 0 to 0.5",
        "mandatory: perhaps | line 5, column 1: mandatory is true or false",
        "success: {kind: order, within: P1D, leastScore: 9} | leastScore belongs to the kind answer",
        "start: {kind: link, target: 'javascript:alert(1)'} | line 5, column 21: target of a link begins",
        "evidence: {successes: 5, trials: 3} | line 5, column 12: successes are at most the trials",
        "steps: {de: nur deutsch} | line 5, column 8: en is missing",
        "steps: {de: 'x {', en: y} | line 5, column 9: de is wrong: there is a { without its }",
        "steps: {de: 'x {a..b(}', en: y} | line 5, column 9: de has a wrong placeholder: "
      })
  void aMistakeIsNamedWithItsPlace(String line, String expected) {
    String said = error(LEAST + line + "\n");
    assertEquals(expected, said.contains(expected) ? expected : said);
  }

  @Test
  void aMissingKeyIsNamed() {
    assertEquals("line 1, column 1: kind is missing", error("name: a\n"));
    assertEquals("line 1, column 1: title is missing", error("name: a\nkind: sale\n"));
    assertEquals(
        "line 1, column 1: because is missing; only an action with reasons can leave it out",
        error("name: a\nkind: sale\ntitle: {de: a, en: b}\n"));
    assertEquals(
        "line 1, column 1: name has at most 40 small letters, digits and -, and begins with no -",
        error(LEAST.replace("name: least", "name: Least One")));
  }

  @Test
  void aVetoSaysWhatItForbids() {
    String veto = "name: a\ntext: {de: x, en: y}\nrule: 'true'\n";
    assertEquals(
        "line 1, column 1: kinds or actions name what it forbids",
        assertThrows(ConnectorError.class, () -> VetoReader.read(veto)).placed());
    assertEquals(
        "line 4, column 1: kinds has words of [owed, retention, sale, information, advocacy, survey]",
        assertThrows(ConnectorError.class, () -> VetoReader.read(veto + "kinds: [sales]\n"))
            .placed());
  }
}
