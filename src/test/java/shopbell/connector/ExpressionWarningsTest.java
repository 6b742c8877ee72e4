package shopbell.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unknown names in a connector's expressions. */
class ExpressionWarningsTest {
  private static List<String> doubts(String map) {
    return Expression.compile(map)
        .doubts(queue -> queue.equals("suport")
            ? Optional.of("no agent works in the queue suport; did you mean support?")
            : Optional.empty())
        .stream()
        .map(connectorError -> connectorError.column() + " " + connectorError.getMessage())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      $nosuch()                                                  | 1 there is no function $nosuch
      {"a": $uppercse(body.x)}                                   | 7 there is no function $uppercse; did you mean $uppercase?
      ($step := function($x) {$x}; $stpe("ended"))               | 30 there is no function $stpe; did you mean $step?
      [1, 2] ~> $nosuch()                                        | 11 there is no function $nosuch
      {"type": "shopbell.interaction.rining"}                    | 10 there is no type shopbell.interaction.rining; did you mean shopbell.interaction.ringing?
      {"type": "shopbell.tickt.upserted"}                        | 10 there is no type shopbell.tickt.upserted; did you mean shopbell.ticket.upserted?
      {"type": "shopbell.interactions." & body.step}             | 10 there is no type shopbell.interactions.
      ($s := function($n) {{"type": "shopbell.interaction." & $n}}; $s("rining")) | 66 there is no step rining; did you mean ringing?
      {"type": "shopbell.interaction." & (body.x = "1" ? "endet" : "ringing")} | 52 there is no step endet; did you mean ended?
      {"cause": "mised"}                                         | 11 cause mised is none that is known; did you mean missed?
      {"cause": body.x = "busy" ? "rejcted"}                     | 29 cause rejcted is none that is known; did you mean rejected?
      {"direction": $lookup({"I": "in", "O": "outgoing"}, body.d)} | 40 direction outgoing is none that is known
      {"channel": "phone"}                                       | 13 channel phone is none that is known
      {"handles": [{"kind": "telephone", "value": body.n}]}      | 23 kind telephone is none that is known
      {"type": "shopbell.ticket.upserted", "data": {"status": "opne"}} | 57 status opne is none that is known; did you mean open?
      {"type": "shopbell.ticket.upserted", "data": {"priority": body.p > 2 ? "hgh" : "normal"}} | 72 priority hgh is none that is known; did you mean high?
      {"queue": "suport"}                                        | 11 no agent works in the queue suport; did you mean support?
      """)
  void whatNothingHereKnowsIsNamedWithItsPlaceAndTheNearest(String map, String doubt) {
    assertEquals(List.of(doubt), doubts(map));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"cause\": $lookup({\"rining\": \"missed\"}, body.state)}",
        "{\"type\": \"shopbell.interaction.\" & (body.state = \"rining\" ? \"ringing\" : \"ended\")}",
        "{\"type\": \"shopbell.touchpoint\", \"data\": {\"channel\": \"store\"}}",
        "{\"type\": \"shopbell.order.upserted\", \"data\": {\"status\": \"bezahlt\"}}",
        "{\"queue\": body.queue = \"suport\" ? \"support\"}",
        "{\"note\": \"see $nosuch() and shopbell.example.org\"}",
        "/* $nosuch() */ $match(body.x, /\\$nosuch\\(/)",
        "($double := λ($x) {$x * 2}; $map([1, 2], $double)[0] / 2)"
      })
  void whatIsRightOrNotOursIsPassedOver(String map) {
    assertEquals(List.of(), doubts(map));
  }

  @Test
  void thePlaceIsThatInTheConnectorsFile() {
    Connector connector = ConnectorReader.read("""
        name: own
        door:
          map: |
            {
              "type": "shopbell.interaction.rining"
            }
        """);
    ConnectorError connectorError = connector.doubts(queue -> Optional.empty()).get(0);
    assertEquals(5, connectorError.line());
    assertEquals(15, connectorError.column());
  }

  static Stream<String> builtIn() {
    return BuiltInConnectors.names().stream();
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void theConnectorsThatAreBuiltInSayNothingDoubtful(String name) {
    Connector connector = ConnectorReader.read(BuiltInConnectors.text(name).orElseThrow());
    assertEquals(
        List.of(),
        connector.doubts(queue -> Optional.of("a queue")).stream()
            .map(ConnectorError::placed)
            .toList());
  }

  static Stream<String> functions() {
    return Expression.FUNCTIONS.stream().filter(name -> !name.equals("isKey"));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionThatIsKnownIsThere(String name) {
    Object there = Expression.compile("$exists($" + name + ")").evaluate(Map.of(), Map.of());
    assertEquals(true, there);
  }
}
