package shopbell.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expressions with results much larger than their input are refused in advance: each of these would fill the heap or
 * block a processor.
 */
class ExpressionLimitsTest {
  private static final Map<String, Object> INPUT = Map.of(
      "a", "a".repeat(60_000), "many", java.util.Collections.nCopies(5_000, "x".repeat(5_000)));

  private static Object run(String text) {
    return Expression.compile(text).evaluate(INPUT, Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$pad('', 1000000000, 'x')",
        "$pad('', -1000000000, 'xy')",
        "$replace(a, 'a', a)",
        "$replace(a, /a/, a)",
        "$replace(a, /a(?=(a*))/, '$1$1')",
        "$replace(a, /a/, function($m) { $m.match & $$.a })",
        "$replace(a, 'a', a, 50000)",
        "$join($split(a, ''), a)",
        "$join(many)",
        "$reduce([1..40], function($s, $i) { $s & $s }, 'xx')",
        "$reduce([1..40], function($s, $i) { $append($s, $s) }, [1, 2])",
        "$reduce([1..40], function($s, $i) { {'x': $s, 'y': $s} }, {'z': 1})",
        "$string($reduce([1..40], function($s, $i) { [[$s], [$s]] }, [1]))",
        "($x := $reduce([1..25], function($s, $i) { {'x': $s, 'y': $s} }, {'z': 1}); $count($x.**))",
        "$sum([1..9999999].(1))",
        "[1..9999999]",
        "$map([1..3000], function($i) { $map([1..3000], function($j) { $i * $j }) })",
        "[1..900].($$.a & $)",
        "$formatInteger(1000000000000, 'I')",
        "$formatInteger(1000000000000, 'i')",
        "$fromMillis(0, '[Y,999999999-999999999]')",
        "$match(a & a, /a/)",
        "$split(a & a, '')"
      })
  void expressionsThatWouldFillTheHeapAreRefused(String large) {
    Expression expression = Expression.compile("{\n  \"a\": " + large + "\n}");
    ConnectorError connectorError = assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThrows(ConnectorError.class, () -> expression.evaluate(INPUT, Map.of())));
    assertTrue(
        connectorError.getMessage().startsWith("the expression fails: "),
        connectorError.getMessage());
    assertTrue(
        connectorError.getMessage().matches(".*(too l|too many|more than|longer than).*"),
        connectorError.getMessage());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      $count([1..100000])                     | 100000
      $pad('5', -3, '0')                      | 005
      $length($pad('', 1000))                 | 1000
      $join(['a', 'b'], ', ')                 | a, b
      $join($split('a b', ' '), '-')          | a-b
      $formatInteger(1999, 'I')               | MCMXCIX
      $formatInteger(1234567, '#,##0')        | 1,234,567
      $fromMillis(0, '[Y0001]-[M01]-[D01]')   | 1970-01-01
      $fromMillis(0)                          | 1970-01-01T00:00:00.000Z
      $replace('a.b', '.', '$')               | a$b
      $replace('ab', /(a)(b)/, '$2$1')        | ba
      $length($replace($$.a, 'a', 'bb'))      | 120000
      $count($split($$.a, ''))                | 60000
      $count($distinct([1..50000]))           | 50000
      """)
  void whatIsUsualIsAsItWas(String expression, String result) {
    assertEquals(result, run(expression).toString());
  }

  @Test
  void whatGrowsWhileItIsReadIsWeighedAnew() {
    ValueSize valueSize = new ValueSize();
    List<Object> list = new java.util.ArrayList<>(List.of(1, 2));
    assertEquals(3, valueSize.of(list));
    list.add("x".repeat(64));
    assertEquals(6, valueSize.of(list));
    assertEquals(13, valueSize.of(List.of(list, list)));
  }
}
