package shopbell.connector;

import java.util.ArrayList;
import java.util.List;

/**
 * A token of an expression.
 *
 * @param text of a variable without its dollar, of a string without its quotes
 * @param at its offset, from 0
 */
record ExpressionToken(TokenKind kind, String text, int at) {
  enum TokenKind {
    STRING,
    VARIABLE,
    NAME,
    SIGN
  }

  /** After these a slash begins a regular expression; after anything else it divides. */
  private static final String OPENING = "(,[{;:=?>&<!+-|";

  private static final List<String> SIGNS = List.of(":=", "!=", "<=", ">=", "~>", "..", "?:", "??");

  boolean is(String sign) {
    return kind == TokenKind.SIGN && text.equals(sign);
  }

  /** The tokens of {@code text}, which must be a valid expression. */
  static List<ExpressionToken> of(String text) {
    List<ExpressionToken> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else {
        ExpressionToken expressionToken = next(text, at, tokens);
        tokens.add(expressionToken);
        at = end(text, expressionToken);
      }
    }
    return tokens;
  }

  private static ExpressionToken next(String text, int at, List<ExpressionToken> before) {
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      return new ExpressionToken(TokenKind.STRING, inside(text, at), at);
    }
    if (c == '`') {
      return new ExpressionToken(TokenKind.NAME, inside(text, at), at);
    }
    if (c == '/' && regex(before)) {
      return new ExpressionToken(TokenKind.SIGN, "/" + inside(text, at) + "/", at);
    }
    if (c == '$' || word(c)) {
      int end = at + 1;
      while (end < text.length() && word(text.charAt(end))) {
        end++;
      }
      return c == '$'
          ? new ExpressionToken(TokenKind.VARIABLE, text.substring(at + 1, end), at)
          : new ExpressionToken(TokenKind.NAME, text.substring(at, end), at);
    }
    String sign =
        SIGNS.stream().filter(s -> text.startsWith(s, at)).findFirst().orElse(String.valueOf(c));
    return new ExpressionToken(TokenKind.SIGN, sign, at);
  }

  private static boolean regex(List<ExpressionToken> before) {
    return before.isEmpty()
        || (before.get(before.size() - 1).kind() == TokenKind.SIGN
            && OPENING.contains(before.get(before.size() - 1).text()));
  }

  private static boolean word(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** Up to the same character again; a backslash escapes the next one. */
  private static String inside(String text, int at) {
    char quote = text.charAt(at);
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      end += text.charAt(end) == '\\' && quote != '`' ? 2 : 1;
    }
    return text.substring(at + 1, Math.min(end, text.length()));
  }

  private static int end(String text, ExpressionToken expressionToken) {
    char first = text.charAt(expressionToken.at());
    boolean quoted = first == '"' || first == '\'' || first == '`';
    boolean dollar = expressionToken.kind() == TokenKind.VARIABLE;
    return expressionToken.at() + expressionToken.text().length() + (quoted ? 2 : dollar ? 1 : 0);
  }
}
