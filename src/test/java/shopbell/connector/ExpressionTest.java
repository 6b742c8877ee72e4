package shopbell.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static Object run(String text, Object input) {
    return Expression.compile(text).evaluate(input, Map.of());
  }

  @Test
  void aValueAMapAndNothingComeBackAsPlainJava() {
    assertEquals(3, ((Number) run("a + 1", Map.of("a", 2))).intValue());
    assertEquals(Map.of("b", "x"), run("{\"b\": a}", Map.of("a", "x")));
    assertNull(run("a.b", Map.of("a", "x")));
    assertEquals(
        List.of("x", "y"), run("a.b", Map.of("a", List.of(Map.of("b", "x"), Map.of("b", "y")))));
  }

  @ParameterizedTest
  @CsvSource({
    "1768471200, 2026-01-15T10:00:00Z",
    "1768471200123, 2026-01-15T10:00:00.123Z",
    "'\"1697043223\"', 2023-10-11T16:53:43Z",
    "'\"2014-05-20T13:15:27.131-0500\"', 2014-05-20T18:15:27.131Z",
    "'\"2026-01-15 10:00:00\"', 2026-01-15T10:00:00Z",
    "'\"Thu, 15 Jan 2026 10:00:00 +0000\"', 2026-01-15T10:00:00Z",
    "'\"1970-01-01T00:00:00Z\"',",
    "'\"soon\"',",
    "null,"
  })
  void timesAreReadInAnyWay(String given, String expected) {
    assertEquals(expected, run("$time(" + given + ")", Map.of()));
  }

  @Test
  void jsonInsideOfATextIsReadAsPlainValues() {
    Map<String, Object> input =
        Map.of("data", "{\"a\": [1, 2.5, \"x\", null, true], \"id\": 12345678901234567890}");
    assertEquals(2.5, run("$parse(data).a[1]", input));
    assertEquals("12345678901234567890", run("$parse(data).id", input));
    assertNull(run("$parse(nothing)", input));
    assertNull(run("$parse('')", input));
    assertNull(run("$parse(5)", input));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "Alice", "{\"a\": 1}{", "1E+2147483647", "deep"})
  void aTextThatIsNoJsonIsAMistakeWithItsPlaceAndWithoutTheText(String text) {
    String data = text.equals("deep") ? "[".repeat(60) + "]".repeat(60) : text;
    ConnectorError connectorError = assertThrows(
        ConnectorError.class, () -> run("{\n  'x': $parse(data)\n}", Map.of("data", data)));
    assertEquals("$parse: the text is no JSON", connectorError.getMessage());
    assertEquals(2, connectorError.line());
  }

  @Test
  void aFunctionOfOursCanBeCalled() {
    Function<Object, Object> twice = value -> value + "" + value;
    assertEquals(
        "abab", Expression.compile("$twice('ab')").evaluate(Map.of(), Map.of("twice", twice)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "($f := function($n) {$f($n + 1)}; $f(1))",
        "($f := function($n) {1 + $f($n + 1)}; $f(1))",
        "$map([1..10000000], function($n) {$n * 2})",
        "$reduce([1..10000000], function($a, $b) {$a + $b})"
      })
  void endlessExpressionsAreStoppedSoon(String endless) {
    Expression expression = Expression.compile(endless);
    ConnectorError connectorError = assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThrows(ConnectorError.class, () -> expression.evaluate(Map.of(), Map.of())));
    assertTrue(
        connectorError.getMessage().startsWith("the expression"), connectorError.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$contains(text, /(a+)+$/)",
        "$replace(text, /(a+)+$/, 'b', 1)",
        "$split(text, /(a+)+$/)",
        "$replace(?, /(a+)+$/, 'b')(text)"
      })
  void aRegularExpressionThatWouldNotEndIsStoppedSoon(String endless) {
    Expression expression = Expression.compile("{\n  \"a\": " + endless + "\n}");
    Map<String, String> input = Map.of("text", "a".repeat(1_000_000) + "!");
    ConnectorError connectorError = assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThrows(ConnectorError.class, () -> expression.evaluate(input, Map.of())));
    assertEquals(
        "the expression fails: a regular expression takes longer than a second on this text",
        connectorError.getMessage());
    assertTrue(connectorError.line() == 2 || endless.contains("?,"), connectorError.placed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+\\1$", "(.*a){12}$", "0*0*0*0*0*0*0*x", "([x-z]{1,10}){1,10}$"})
  void oneThatTakesTooLongOnThirtyCharactersIsRefusedWhereItStands(String regex) {
    ConnectorError connectorError = assertThrows(
        ConnectorError.class,
        () -> Expression.compile("/* a / b */ 4 / 2 &\n  $match('\"/', /" + regex + "/i)"));
    assertEquals(2, connectorError.line(), connectorError.placed());
    assertEquals(16, connectorError.column(), connectorError.placed());
    assertTrue(connectorError.getMessage().startsWith("this regular expression takes too long"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a ~> /x/", "($r := /x/; $r('x'))", "/x/('x')", "$eval('1')"})
  void whatNobodyWatchesIsRefused(String unwatched) {
    ConnectorError connectorError =
        assertThrows(ConnectorError.class, () -> run(unwatched, Map.of("a", "x")));
    assertTrue(
        connectorError.getMessage().contains("as an argument")
            || connectorError.getMessage().contains("not available"),
        connectorError.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "'$contains(text, /E.[0-9]/i)', true",
    "'$contains(text, \"1+\")', false",
    "'$match(text, /[0-9]/).match', '[1, 2]'",
    "'$match(text, /([a-z]) ([0-9])/)[1].groups', '[o, 2]'",
    "'$replace(text, /([a-z]) ([0-9])/, \"$2$1\")', on1e tw2o",
    "'$replace(text, /[0-9]/, \"\", 1)', one  two 2",
    "'$replace(text, \".\", \"\", 1)', one 1 two 2",
    "'$replace(text, /[0-9]/, function($m){ $m.match & \"!\" })', one 1! two 2!",
    "'$replace(text, /[0-9]/, function($m){ \"$\" & $m.match }, 1)', one $1 two 2",
    "'$replace(text, /([a-z]) ([0-9])/, function($m){ $m.groups[1] & $m.start })', on12 tw28",
    "'$replace(text, \"one\", function($m){ $m.match & $m.end })', one3 1 two 2",
    "'$replace(?, /[ 0-9]+/, \"\")(text)', onetwo",
    "'$split(text, / /)', '[one, 1, two, 2]'",
    "'$split(text, / /, 2)', '[one, 1]'",
    "'$split(text, \" \")[1]', 1",
    "'n / 2 / 3', 2",
    "'$match(nothing, /x/)',"
  })
  void everythingElseIsAsJsonataSaysIt(String expression, String expected) {
    Object result = run(expression, Map.of("text", "one 1 two 2", "n", 12));
    assertEquals(expected, result == null ? null : result.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "'$number($m.match)', 'the expression'",
    "'$error($m.match)', 'the expression'",
    "'7', 'the expression fails: the function of $replace makes something that is no text'"
  })
  void aFunctionThatFailsWithinReplacePrintsNothingOfTheData(String body, String expected) {
    Expression expression =
        Expression.compile("$replace(name, /[a-z]+/, function($m){ " + body + " })");
    PrintStream usual = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      ConnectorError connectorError = assertThrows(
          ConnectorError.class, () -> expression.evaluate(Map.of("name", "Mia falk"), Map.of()));
      assertTrue(connectorError.getMessage().startsWith(expected), connectorError.getMessage());
      assertFalse(connectorError.getMessage().contains("falk"), connectorError.getMessage());
    } finally {
      System.setErr(usual);
    }
    assertEquals("", printed.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$number(body.phone)", "body.phone + 1", "$uppercase(body)", "$error(body.phone)"})
  void aFailureSaysWhatAndNothingOfTheData(String failing) {
    Expression expression = Expression.compile("{\n  \"a\": " + failing + "\n}");
    ConnectorError connectorError = assertThrows(
        ConnectorError.class,
        () -> expression.evaluate(Map.of("body", Map.of("phone", "Mia Falk")), Map.of()));
    assertFalse(connectorError.getMessage().contains("Mia"), connectorError.getMessage());
    assertTrue(
        connectorError.getMessage().startsWith("the expression fails"), connectorError.placed());
  }

  @Test
  void nestingWithoutEndIsAMistakeAndNoCrash() {
    assertThrows(ConnectorError.class, () -> Expression.compile("(".repeat(20_000)));
    assertThrows(ConnectorError.class, () -> Expression.compile("x".repeat(60_000)));
  }
}
