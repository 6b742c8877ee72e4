package shopbell.insight;

import java.util.Locale;
import java.util.regex.Pattern;

/** The meaning of a journey step for the customer. */
public enum StepMeaning {
  VIEW,
  HELP,
  START,
  ATTEMPT,
  DONE,
  ERROR,
  ABANDON;

  private static final Pattern FAILS =
      Pattern.compile("(.*\\.)?(error|failed|failure|declined|404|500)");
  private static final Pattern ENDS =
      Pattern.compile(".*\\.(completed|submitted|succeeded|confirmed)");
  private static final Pattern HELPS = Pattern.compile("(help|faq|support)(\\..*)?");

  /** By the catalogue's word, which its reader has checked. */
  static StepMeaning of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** For names missing in the catalogue: by common spellings. */
  static StepMeaning guessed(String key) {
    if (key.endsWith("abandoned")) {
      return ABANDON;
    }
    if (FAILS.matcher(key).matches()) {
      return ERROR;
    }
    if (key.endsWith("started")) {
      return START;
    }
    if (ENDS.matcher(key).matches()) {
      return DONE;
    }
    return HELPS.matcher(key).matches() ? HELP : VIEW;
  }

  /** Whether it failed, so that the customer has to come again. */
  boolean hurts() {
    return this == ERROR || this == ABANDON;
  }

  /** Whether the customer works towards a goal with it, rather than looks at something. */
  boolean strives() {
    return this == START || this == ATTEMPT || hurts();
  }
}
