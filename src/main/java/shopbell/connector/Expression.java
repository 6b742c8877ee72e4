package shopbell.connector;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A JSONata expression (docs.jsonata.org), compiled once: plain maps, lists and values in and out. Thread-safe.
 *
 * <p>Besides JSONata's own functions there is {@code $time(value)}, which converts any spelling of a time to RFC 3339,
 * and {@code $parse(text)}, which parses JSON inside a text. Time, depth and results are bounded, for its regular
 * expressions too. It runs on {@link ExpressionWorkers} and blocks the caller, so it must not be called on an event
 * loop. There is no {@code $eval}.
 */
public final class Expression {
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final String SOMETHING = "…";
  private static final int LONGEST_TEXT = 50_000;

  /** The functions an expression can call besides those it defines: JSONata's, and ours. */
  static final Set<String> FUNCTIONS = Set.of(
      ("string length substring substringBefore substringAfter uppercase lowercase trim pad contains split join match"
              + " replace base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl"
              + " number abs floor ceil round power sqrt random formatNumber formatBase formatInteger parseInteger"
              + " sum max min average boolean not exists count append sort reverse shuffle distinct zip"
              + " keys lookup spread merge sift each error assert type now millis fromMillis toMillis"
              + " map filter single reduce time isKey")
          .split(" ", -1));

  static {
    // loads the JSON parser now, so that it takes no part of an expression's second
    ParseFunction.of("{}");
  }

  private final Jsonata compiled;
  private final String text;
  private final UnaryOperator<ConnectorError> place;

  private Expression(Jsonata compiled, String text, UnaryOperator<ConnectorError> place) {
    this.compiled = compiled;
    this.text = text;
    this.place = place;
  }

  /** Throws {@link ConnectorError} with the line and column of the error. */
  public static Expression compile(String text) {
    return compile(text, connectorError -> connectorError);
  }

  /** The same for an expression in a file: {@code place} converts a place in it to one in the file. */
  static Expression compile(String text, UnaryOperator<ConnectorError> place) {
    try {
      return new Expression(compiled(text), text, place);
    } catch (ConnectorError wrong) {
      throw place.apply(wrong);
    }
  }

  private static Jsonata compiled(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new ConnectorError(
          "the expression is longer than " + LONGEST_TEXT + " characters", 0, text);
    }
    try {
      Jsonata compiled = Jsonata.jsonata(text);
      // it walks through the whole input for every expression; checked() does it once for all of
      // them
      compiled.setValidateInput(false);
      RegexLint.check(text);
      return compiled;
    } catch (JException e) {
      throw new ConnectorError(e.getMessage(), e.getLocation(), text);
    } catch (StackOverflowError e) {
      throw new ConnectorError("the expression is nested too deeply", 0, text);
    } catch (ConnectorError known) {
      throw known;
    } catch (RuntimeException e) {
      throw new ConnectorError("this is no JSONata expression", 0, text);
    }
  }

  /** Its unknown names; {@code queues} returns what is wrong with a queue name. */
  List<ConnectorError> doubts(Function<String, Optional<String>> queues) {
    return ExpressionWarnings.of(text, queues).stream().map(place).toList();
  }

  /**
   * The parts of a condition that are joined by {@code and} outside of brackets, each compiled: it is true when all of
   * them are. An expression without such an {@code and} is its own only part.
   */
  public List<Expression> conjuncts() {
    List<String> parts = ExpressionToken.conjuncts(text);
    return parts.size() < 2
        ? List.of(this)
        : parts.stream().map(Expression::compile).toList();
  }

  /** The expression as it was written. */
  public String text() {
    return text;
  }

  /** A {@link Supplier}, {@link Function} or {@link BiFunction} among the values can be called by the expression. */
  @SuppressWarnings("unchecked")
  private static void bind(Frame frame, String name, Object value) {
    if (value instanceof Function<?, ?> function) {
      frame.bind(name, (Jsonata.Fn1<Object, Object>) ((Function<Object, Object>) function)::apply);
    } else if (value instanceof BiFunction<?, ?, ?> function) {
      frame.bind(name, (Jsonata.Fn2<Object, Object, Object>)
          ((BiFunction<Object, Object, Object>) function)::apply);
    } else if (value instanceof Supplier<?> supplier) {
      frame.bind(name, (Jsonata.Fn0<Object>) ((Supplier<Object>) supplier)::get);
    } else {
      frame.bind(name, value);
    }
  }

  /**
   * The result, null where there is none; throws {@link ConnectorError} when it fails or takes too long, with the line
   * and column in its file. Rejected with CROWDED when too many others are running.
   */
  public Object evaluate(Object input, Map<String, Object> variables) {
    return evaluate(input, variables, ExpressionWorkers.ours());
  }

  /** The same on one of {@code workers}. */
  Object evaluate(Object input, Map<String, Object> variables, ExpressionWorkers workers) {
    try {
      return workers.run(() -> evaluateHere(() -> checked(input), frame(variables), LONGEST));
    } catch (ExpressionWorkers.Late e) {
      throw wrong("the expression did not come back in time and was left behind", 0);
    }
  }

  /** {@code input} unless it has a value that JSONata does not know. */
  static Object checked(Object input) {
    Functions.validateInput(input);
    return input;
  }

  /** The same on this thread with what {@link #frame} gives, for at most {@code longest}; {@code input} is checked. */
  Object evaluateHere(Supplier<Object> input, Frame frame, Duration longest) {
    try {
      EvaluationLimits.bind(frame, longest);
      return compiled.evaluate(input.get(), frame);
    } catch (JException e) {
      // the library's own text quotes the document, which may be personal
      String what = JException.msg(e.getError(), -1, SOMETHING, SOMETHING)
          .replaceFirst("(?i)^jsonataexception:?\\s*", "");
      throw wrong("the expression fails: " + what, e.getLocation());
    } catch (StackOverflowError e) {
      throw wrong("the expression calls itself too deeply", 0);
    } catch (ParseFunction.NoJson e) {
      throw wrong(e.getMessage(), Math.max(0, text.indexOf("$parse")));
    } catch (RuntimeException e) {
      throw wrong("the expression fails with a value it cannot use", 0);
    }
  }

  /** What an expression can call; its evaluation copies them, so that several ones can use them after each other. */
  Frame frame(Map<String, Object> variables) {
    Frame frame = compiled.createFrame();
    RegexFunctions.bind(frame);
    LargeResultGuard.bind(frame);
    frame.bind("time", (Jsonata.Fn1<Object, String>) TimeFunction::iso);
    frame.bind("parse", (Jsonata.Fn1<Object, Object>) ParseFunction::of);
    variables.forEach((name, value) -> bind(frame, name, value));
    return frame;
  }

  private ConnectorError wrong(String what, int offset) {
    return place.apply(new ConnectorError(what, offset, text));
  }
}
