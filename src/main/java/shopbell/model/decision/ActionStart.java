package shopbell.model.decision;

import java.util.regex.Pattern;
import shopbell.model.ContractWord;

/**
 * What an accepted action starts.
 *
 * @param target an address for a link, the name of a receiver of webhooks, or the text of a promise or notice
 */
public record ActionStart(StartKind kind, String target) {
  /** How an action is started. */
  public enum StartKind implements ContractWord {
    /** Opens a page of another system in a new tab. */
    LINK("link"),
    /** Tells another system. */
    WEBHOOK("webhook"),
    /** Opens the form of a promise with this text. */
    PROMISE("promise"),
    /** Opens the form of a notice with this text. */
    NOTICE("notice");

    private final String word;

    StartKind(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  private static final Pattern WEB = Pattern.compile("https?://[^\\s\"<>]+");
  private static final int LONGEST = 2_000;

  public ActionStart {
    if (target.isBlank() || target.length() > LONGEST) {
      throw new IllegalArgumentException(
          "target is missing or longer than " + LONGEST + " characters");
    }
    if (kind == StartKind.LINK && !WEB.matcher(target).matches()) {
      throw new IllegalArgumentException("target of a link begins with https:// or http://");
    }
  }
}
