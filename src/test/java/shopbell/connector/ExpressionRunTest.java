package shopbell.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpressionRunTest {
  private static final Map<String, Object> INPUT = Map.of("a", 1, "b", List.of(1, 2, 3));
  private static final String ENDLESS =
      "($f := function($n) { $n = 0 ? 0 : $f($n - 1) }; $sum([1..900000].($f(5))))";

  private static Object evaluated(ExpressionRun run, String text, Map<String, Object> variables) {
    return run.evaluate(Expression.compile(text), INPUT, variables);
  }

  @Test
  void severalExpressionsSeeTheSameInputAndVariablesAndNothingOfEachOther() {
    Map<String, Object> variables = Map.of("x", 7);
    ExpressionRun.of(run -> {
      assertEquals(8, evaluated(run, "($y := a; $y + $x)", variables));
      assertNull(evaluated(run, "$y", variables));
      assertEquals(6, evaluated(run, "$sum(b)", variables));
      assertNull(evaluated(run, "$x", Map.of()));
      return true;
    });
  }

  @Test
  void oneThatFailsLeavesTheNextOnesAlone() {
    ExpressionRun.of(run -> {
      Map<String, Object> none = Map.of();
      assertThrows(ConnectorError.class, () -> evaluated(run, "a.$uppercase($)", none));
      assertEquals(1, evaluated(run, "a", none));
      return true;
    });
  }

  @Test
  void allTogetherHaveOneLimitOfTime() {
    long begun = System.nanoTime();
    ExpressionRun.of(run -> {
      for (int i = 0; i < 5; i++) {
        assertThrows(ConnectorError.class, () -> evaluated(run, ENDLESS, Map.of()));
      }
      return true;
    });
    assertTrue(System.nanoTime() - begun < 4_000_000_000L);
  }
}
