package shopbell.connector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopbell.config.DidYouMean;
import shopbell.json.EventParsers;
import shopbell.model.Channel;
import shopbell.model.CustomerKind;
import shopbell.model.Direction;
import shopbell.model.FeedbackKind;
import shopbell.model.HandleKind;
import shopbell.model.Priority;
import shopbell.model.Severity;
import shopbell.model.TicketStatus;
import shopbell.model.event.EndCause;
import shopbell.model.event.InteractionStep;
import shopbell.model.event.MessageAuthor;

/**
 * Finds unknown names in an expression that would otherwise be noticed only at run time: a function, an event type, a
 * word of the vocabulary, a queue. Only the text is examined, nothing is evaluated.
 */
final class ExpressionWarnings {
  private static final String STEPS = "shopbell.interaction.";
  private static final int SLIP = 2;

  /** A string after one of these is a result, unless one of {@link #NO_RESULT} follows it. */
  private static final Set<String> RESULTS = Set.of(":", "?", "?:", "??");

  private static final Set<String> NO_RESULT = Set.of(":", "=", "!=", "&", ".", "[");

  private static final Map<String, Set<String>> WORDS = Map.of(
      "direction", words(Direction.values()),
      "cause", words(EndCause.values()),
      "author", words(MessageAuthor.values()),
      "priority", words(Priority.values()),
      "severity", words(Severity.values()),
      "kind",
          union(
              words(HandleKind.values()),
              union(words(CustomerKind.values()), words(FeedbackKind.values()))));

  private final String text;
  private final List<ExpressionToken> tokens;
  private final Function<String, Optional<String>> queues;
  private final List<ConnectorError> found = new ArrayList<>();

  private ExpressionWarnings(String text, Function<String, Optional<String>> queues) {
    this.text = text;
    this.tokens = ExpressionToken.of(text);
    this.queues = queues;
  }

  /** {@code queues} returns what is wrong with a queue name. */
  static List<ConnectorError> of(String text, Function<String, Optional<String>> queues) {
    ExpressionWarnings expressionWarnings = new ExpressionWarnings(text, queues);
    expressionWarnings.functions();
    expressionWarnings.types();
    expressionWarnings.values();
    return expressionWarnings.found;
  }

  private void functions() {
    Set<String> own = bound();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      ExpressionToken expressionToken = tokens.get(i);
      if (expressionToken.kind() == ExpressionToken.TokenKind.VARIABLE
          && !expressionToken.text().isEmpty()
          && tokens.get(i + 1).is("(")
          && !own.contains(expressionToken.text())
          && !Expression.FUNCTIONS.contains(expressionToken.text())) {
        Set<String> known = union(own, Expression.FUNCTIONS);
        doubt(
            expressionToken,
            "there is no function $" + expressionToken.text()
                + near(expressionToken.text(), known, "$"));
      }
    }
  }

  /** Variables that the expression assigns, and the parameters of its functions. */
  private Set<String> bound() {
    Set<String> names = new HashSet<>();
    boolean parameters = false;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      ExpressionToken expressionToken = tokens.get(i);
      boolean lambda = expressionToken.kind() == ExpressionToken.TokenKind.NAME
          && (expressionToken.text().equals("function")
              || expressionToken.text().equals("λ"));
      parameters = lambda || (parameters && !expressionToken.is(")"));
      if (expressionToken.kind() == ExpressionToken.TokenKind.VARIABLE
          && (parameters || tokens.get(i + 1).is(":="))) {
        names.add(expressionToken.text());
      }
    }
    return names;
  }

  /** Where a type is concatenated, a string similar to a step is a misspelled one. */
  private void types() {
    boolean together = false;
    for (int i = 0; i < tokens.size(); i++) {
      ExpressionToken expressionToken = tokens.get(i);
      if (expressionToken.kind() != ExpressionToken.TokenKind.STRING
          || !expressionToken.text().matches("shopbell[.][a-z.]*")) {
        continue;
      }
      boolean begins = sign(i + 1).equals("&");
      if (!begins && expressionToken.text().endsWith(".")) {
        continue;
      }
      together |= begins && expressionToken.text().equals(STEPS);
      boolean known = begins
          ? EventParsers.types().stream().anyMatch(type -> type.startsWith(expressionToken.text()))
          : EventParsers.types().contains(expressionToken.text());
      if (!known) {
        doubt(
            expressionToken,
            "there is no type " + expressionToken.text()
                + near(expressionToken.text(), EventParsers.types(), ""));
      }
    }
    if (together) {
      slips();
    }
  }

  private void slips() {
    Set<String> steps = union(words(InteractionStep.values()), Set.of("message"));
    Set<String> known = new HashSet<>(steps);
    WORDS.values().forEach(known::addAll);
    known.addAll(words(TicketStatus.values()));
    known.addAll(words(Channel.values()));
    for (int i = 0; i < tokens.size(); i++) {
      ExpressionToken expressionToken = tokens.get(i);
      if (expressionToken.kind() == ExpressionToken.TokenKind.STRING
          && !known.contains(expressionToken.text())
          && !compared(i)) {
        Optional.of(expressionToken.text())
            .filter(word -> word.matches("[a-z]+"))
            .flatMap(word -> DidYouMean.nearest(word, steps, SLIP))
            .ifPresent(step -> doubt(
                expressionToken,
                "there is no step " + expressionToken.text() + "; did you mean " + step + "?"));
      }
    }
  }

  private boolean compared(int i) {
    return Stream.of(sign(i - 1), sign(i + 1))
            .anyMatch(sign -> sign.equals("=") || sign.equals("!="))
        || (sign(i + 1).equals(":") && !sign(i - 1).equals("?"));
  }

  private String sign(int i) {
    return i >= 0 && i < tokens.size() && tokens.get(i).kind() == ExpressionToken.TokenKind.SIGN
        ? tokens.get(i).text()
        : "";
  }

  private void values() {
    boolean tickets = text.contains("shopbell.ticket.upserted")
        && !text.contains("shopbell.order.upserted")
        && !text.contains("shopbell.shipment.upserted");
    for (int i = 0; i + 1 < tokens.size(); i++) {
      ExpressionToken key = tokens.get(i);
      if (key.kind() != ExpressionToken.TokenKind.STRING || !tokens.get(i + 1).is(":")) {
        continue;
      }
      if (WORDS.containsKey(key.text())) {
        values(i + 2, key.text(), WORDS.get(key.text()));
      } else if (key.text().equals("status") && tickets) {
        values(i + 2, "status", words(TicketStatus.values()));
      } else if (key.text().equals("channel") && !text.contains("shopbell.touchpoint")) {
        values(i + 2, "channel", words(Channel.values()));
      } else if (key.text().equals("queue")) {
        literals(i + 2)
            .forEach(expressionToken -> queues
                .apply(expressionToken.text())
                .ifPresent(wrong -> doubt(expressionToken, wrong)));
      }
    }
  }

  private void values(int begin, String key, Set<String> known) {
    literals(begin).stream()
        .filter(expressionToken -> !known.contains(expressionToken.text()))
        .forEach(expressionToken -> doubt(
            expressionToken,
            key + " " + expressionToken.text() + " is none that is known"
                + near(expressionToken.text(), known, "")));
  }

  /** The possible string values of the expression that starts there, up to the next key. */
  private List<ExpressionToken> literals(int begin) {
    List<ExpressionToken> literals = new ArrayList<>();
    int depth = 0;
    for (int i = begin; i < tokens.size() && depth >= 0; i++) {
      String sign = sign(i);
      if (depth == 0 && sign.equals(",")) {
        return literals;
      }
      depth += sign.isEmpty() ? 0 : "([{".contains(sign) ? 1 : ")]}".contains(sign) ? -1 : 0;
      boolean result = RESULTS.contains(sign(i - 1))
          && (!NO_RESULT.contains(sign(i + 1))
              || (sign(i + 1).equals(":") && sign(i - 1).equals("?")));
      if (tokens.get(i).kind() == ExpressionToken.TokenKind.STRING && result) {
        literals.add(tokens.get(i));
      }
    }
    return literals;
  }

  private void doubt(ExpressionToken expressionToken, String what) {
    found.add(new ConnectorError(what, expressionToken.at(), text));
  }

  private static String near(String word, Collection<String> known, String before) {
    return DidYouMean.nearest(word, known)
        .map(k -> "; did you mean " + before + k + "?")
        .orElse("");
  }

  private static Set<String> words(Object[] constants) {
    return Arrays.stream(constants).map(Object::toString).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
  }
}
