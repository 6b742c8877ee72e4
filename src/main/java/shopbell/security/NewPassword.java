package shopbell.security;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import shopbell.model.Rejected;

/**
 * A new password for {@code user}: refused at {@code /password} when it is short or one of the most common (NIST SP
 * 800-63B, 5.1.1.2). There are no rules of composition.
 */
public record NewPassword(String user, String text) {
  /** Fewer characters are refused. */
  public static final int SHORTEST = 12;

  /** More characters are refused. */
  public static final int LONGEST = 200;

  private static final int FEWEST_DIFFERENT = 5;
  private static final String PRODUCT = "shopbell";

  public NewPassword {
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST || length > LONGEST) {
      throw refused("has " + SHORTEST + " to " + LONGEST
          + " characters: take a few words that have nothing to do with each other");
    }
    String folded = fold(text);
    if (folded.chars().distinct().count() < FEWEST_DIFFERENT) {
      throw refused("repeats the same few characters: take a few words that have nothing to do"
          + " with each other");
    }
    String own = without(folded, List.of(fold(user), PRODUCT));
    if (CommonPasswords.onlyPadding(own) && !own.equals(folded)) {
      throw refused("is the name of the user or of the program with something around it: take a"
          + " few words that have nothing to do with either");
    }
    if (CommonPasswords.like(folded) || CommonPasswords.like(own)) {
      throw refused("is one of the most common passwords, or one with digits or signs around it:"
          + " take a few words that have nothing to do with each other");
    }
  }

  private static Rejected refused(String why) {
    return Rejected.field("/password", why);
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static String without(String text, List<String> names) {
    String rest = text;
    for (String name : names) {
      rest = name.isEmpty() ? rest : rest.replace(name, "");
    }
    return rest;
  }

  /** Hides the password in logs. */
  @Override
  public String toString() {
    return "a new password";
  }
}
