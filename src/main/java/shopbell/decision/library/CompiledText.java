package shopbell.decision.library;

import java.util.function.Function;
import shopbell.connector.Expression;
import shopbell.model.decision.LocalText;

/** A text of an action in both languages with its compiled placeholders. */
record CompiledText(PlaceholderText de, PlaceholderText en) {
  static CompiledText of(LocalText text) {
    return new CompiledText(PlaceholderText.of(text.de()), PlaceholderText.of(text.en()));
  }

  LocalText filled(Function<Expression, String> german, Function<Expression, String> english) {
    return new LocalText(de.filled(german), en.filled(english));
  }
}
