package shopbell.decision.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import shopbell.connector.Expression;

/** A text with JSONata expressions in braces, such as {@code Order {orders[0].number} is late}; compiled once. */
final class PlaceholderText {
  private static final String QUOTES = "\"'`";

  private final List<Object> parts = new ArrayList<>();

  private PlaceholderText() {}

  /** IllegalArgumentException, or the error of an expression, for a wrong placeholder. */
  static PlaceholderText of(String text) {
    PlaceholderText compiled = new PlaceholderText();
    int at = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
      int close = end(text, open);
      if (close < 0) {
        throw new IllegalArgumentException("there is a { without its }");
      }
      compiled.parts.add(text.substring(at, open));
      compiled.parts.add(Expression.compile(text.substring(open + 1, close)));
      at = close + 1;
    }
    compiled.parts.add(text.substring(at));
    return compiled;
  }

  /** The brace that closes the one at {@code open}; braces inside of quotes do not count. */
  private static int end(String text, int open) {
    int depth = 0;
    char quote = 0;
    for (int at = open; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (QUOTES.indexOf(c) >= 0) {
        quote = c;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return at;
      }
    }
    return -1;
  }

  /** The text for a person; {@code said} gives the text of each placeholder. */
  String filled(Function<Expression, String> said) {
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      text.append(part instanceof Expression expression ? said.apply(expression) : part);
    }
    return text.toString().strip();
  }
}
