package shopbell.connector;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that aborts a slow regular expression: Java's matching ignores interrupts and has no limit, but it reads each
 * character from the text.
 */
final class BoundedText implements CharSequence {
  private static final long PAUSE = 4_096;

  private final String text;
  private final long most;
  private final long end;
  private long looks;

  private BoundedText(String text, long most, Duration longest) {
    this.text = text;
    this.most = most;
    this.end = System.nanoTime() + longest.toNanos();
  }

  /** The limit of reads or of time was exceeded. */
  static final class TooSlow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooSlow() {
      super("", null, false, false);
    }
  }

  /**
   * The end of the last of the first {@code most} matches, 0 without one; {@code each} receives them. {@link TooSlow}
   * when that takes too long.
   */
  static int search(
      Pattern pattern, String text, int most, Duration longest, Consumer<MatchResult> each) {
    return search(pattern, new BoundedText(text, Long.MAX_VALUE, longest), most, each);
  }

  /** Whether finding all matches takes more than {@code looks} character reads. */
  static boolean slow(Pattern pattern, String text, long looks) {
    try {
      search(
          pattern,
          new BoundedText(text, looks, Duration.ofMinutes(1)),
          Integer.MAX_VALUE,
          found -> {});
      return false;
    } catch (TooSlow e) {
      return true;
    }
  }

  private static int search(
      Pattern pattern, BoundedText text, int most, Consumer<MatchResult> each) {
    Matcher matcher = pattern.matcher(text);
    int last = 0;
    for (int found = 0; found < most && matcher.find(); found++) {
      last = matcher.end();
      each.accept(matcher);
    }
    return last;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    looks++;
    if (looks > most || (looks % PAUSE == 0 && System.nanoTime() - end > 0)) {
      throw new TooSlow();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return text.substring(from, to);
  }

  @Override
  public String toString() {
    return text;
  }
}
