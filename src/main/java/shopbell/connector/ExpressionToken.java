package shopbell.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

  private static final Set<String> OPERATORS = Set.of("and", "or", "in");

  private static final List<String> SIGNS = List.of(":=", "!=", "<=", ">=", "~>", "..", "?:", "??");

  boolean is(String sign) {
    return kind == TokenKind.SIGN && text.equals(sign);
  }

  /**
   * The texts between the operators {@code and} of {@code text} outside of brackets; one text when there is none, or when
   * an operator that binds weaker joins the whole.
   */
  static List<String> conjuncts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    ExpressionToken before = null;
    for (ExpressionToken token : of(text)) {
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      boolean operator = before != null && before.endsOperand() && token.kind() == TokenKind.NAME;
      if (depth == 0 && (token.weaker() || (operator && token.text().equals("or")))) {
        return List.of(text);
      }
      if (depth == 0 && operator && token.text().equals("and")) {
        parts.add(text.substring(begin, token.at()).strip());
        begin = token.at() + "and".length();
      }
      before = operator && OPERATORS.contains(token.text()) ? null : token;
    }
    parts.add(text.substring(begin).strip());
    return parts;
  }

  private boolean opens() {
    return is("(") || is("[") || is("{");
  }

  private boolean closes() {
    return is(")") || is("]") || is("}");
  }

  private boolean weaker() {
    return is("?") || is("?:") || is("??") || is(":=") || is(":");
  }

  /** Whether an operator, and no field, can stand after it. */
  private boolean endsOperand() {
    return kind != TokenKind.SIGN || closes() || is("*") || is("%") || text.startsWith("/");
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
