package shopbell.model.decision;

import java.util.function.UnaryOperator;

/**
 * A text in both languages of the screen; both are empty, or both are written.
 *
 * @param de with placeholders {@code {expression}} until it is filled for one customer
 * @param en the same in English
 */
public record LocalText(String de, String en) {
  /** No text. */
  public static final LocalText NONE = new LocalText("", "");

  public LocalText {
    de = de.strip();
    en = en.strip();
    if (de.isEmpty() != en.isEmpty()) {
      throw new IllegalArgumentException("has a text in de and in en, or in neither");
    }
  }

  /** Whether there is no text in any language. */
  public boolean isEmpty() {
    return de.isEmpty();
  }

  /** The text for {@code language}: German for {@code de}, else English. */
  public String in(String language) {
    return language.equals("de") ? de : en;
  }

  /** A copy with both texts changed, each by its own function. */
  public LocalText map(UnaryOperator<String> german, UnaryOperator<String> english) {
    return new LocalText(german.apply(de), english.apply(en));
  }
}
