package shopbell.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import java.time.Duration;
import java.util.Map;

/**
 * A JSONata expression (docs.jsonata.org), compiled once: plain maps, lists and values in and out. Thread-safe.
 *
 * <p>Besides JSONata's own functions there is {@code $time(value)}, which makes RFC 3339 of any way to write a time. It is
 * bounded in time and depth; one that may take longer than a moment is to be run on a worker.
 */
public final class Expression {
  private static final Duration LONGEST = Duration.ofMillis(250);
  private static final int DEEPEST = 100;
  private static final int LONGEST_TEXT = 50_000;

  private final Jsonata compiled;

  private Expression(Jsonata compiled) {
    this.compiled = compiled;
  }

  /** Throws {@link Mistake} with the line and column of what is wrong. */
  public static Expression compile(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new Mistake("the expression is longer than " + LONGEST_TEXT + " characters", 0, text);
    }
    try {
      return new Expression(Jsonata.jsonata(text));
    } catch (JException e) {
      throw new Mistake(e.getMessage(), e.getLocation(), text);
    }
  }

  /** The result, null where there is none; throws {@link Mistake} when it fails or takes too long. */
  public Object evaluate(Object input, Map<String, Object> variables) {
    Frame frame = compiled.createFrame();
    frame.bind("time", (Jsonata.Fn1<Object, String>) Times::iso);
    variables.forEach(frame::bind);
    frame.setRuntimeBounds(LONGEST.toMillis(), DEEPEST);
    try {
      return compiled.evaluate(input, frame);
    } catch (JException e) {
      // the library's own text may quote the document, which may be personal
      throw new Mistake("the expression failed: " + e.getError(), e.getLocation(), "");
    } catch (StackOverflowError e) {
      throw new Mistake("the expression calls itself too deeply", 0, "");
    }
  }
}
