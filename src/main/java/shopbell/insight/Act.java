package shopbell.insight;

import java.util.Locale;

/** What a step of a journey is to the one who takes it. */
public enum Act {
  VIEW,
  HELP,
  START,
  ATTEMPT,
  DONE,
  ERROR,
  ABANDON;

  /** By the catalogue's word, which its reader has checked. */
  static Act of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** For names the catalogue does not know: by how such names are usually spelt. */
  static Act guessed(String key) {
    if (key.endsWith("abandoned")) {
      return ABANDON;
    }
    if (key.matches("(.*\\.)?(error|failed|failure|declined|404|500)")) {
      return ERROR;
    }
    if (key.endsWith("started")) {
      return START;
    }
    if (key.matches(".*\\.(completed|submitted|succeeded|confirmed)")) {
      return DONE;
    }
    return key.matches("(help|faq|support)(\\..*)?") ? HELP : VIEW;
  }

  /** Whether it failed, so that the customer has to come again. */
  boolean hurts() {
    return this == ERROR || this == ABANDON;
  }

  /** Whether it is something one does to get somewhere, rather than looks at. */
  boolean strives() {
    return this == START || this == ATTEMPT || hurts();
  }
}
