package shopbell.connector;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.Frame;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Aborts an evaluation that takes too long, recurses too deeply or produces too much. Called before and after each part
 * of the expression; {@link LargeResultGuard} and {@link RegexFunctions} bound the result of a single function.
 */
final class EvaluationLimits {
  private static final int DEEPEST = 100;

  /** Of one text; no door accepts a request that is much larger. */
  static final int LONGEST_TEXT = 4_000_000;

  /** Of all intermediate text results together, in characters. */
  private static final long MOST_TEXT = 64_000_000;

  private final ValueSize valueSize = new ValueSize();
  private final long end;
  private int depth;
  private long texts;

  private EvaluationLimits(Duration longest) {
    end = System.nanoTime() + longest.toNanos();
  }

  static void bind(Frame frame, Duration longest) {
    EvaluationLimits limits = new EvaluationLimits(longest);
    frame.setEvaluateEntryCallback((part, input, env) -> {
      if (!env.isParallelCall) {
        limits.deeper();
      }
    });
    frame.setEvaluateExitCallback((part, input, env, result) -> {
      if (!env.isParallelCall) {
        limits.depth--;
      }
      limits.made(result);
    });
  }

  private void deeper() {
    depth++;
    if (depth > DEEPEST) {
      throw stopped("it calls itself more than " + DEEPEST + " times deep");
    }
    checkTime();
  }

  private void made(Object result) {
    checkTime();
    if (result instanceof String text) {
      texts += text.length();
      check(text.length() <= LONGEST_TEXT, "it makes a text that is too long");
      check(texts <= MOST_TEXT, "it makes too many long texts");
    } else if (result instanceof List<?> || result instanceof Map<?, ?>) {
      check(valueSize.of(result) <= ValueSize.MOST, "it makes more than a million values");
    }
  }

  private void checkTime() {
    check(System.nanoTime() - end < 0, "it takes longer than a second");
  }

  static void check(boolean within, String otherwise) {
    if (!within) {
      throw stopped(otherwise);
    }
  }

  private static JException stopped(String why) {
    return new JException(why, -1);
  }
}
