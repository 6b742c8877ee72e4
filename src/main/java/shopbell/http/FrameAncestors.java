package shopbell.http;

import shopbell.config.InvalidConfiguration;
import shopbell.config.Settings;

/**
 * The pages that may embed the screen.
 *
 * @param sources in the syntax of CSP's {@code frame-ancestors}
 */
public record FrameAncestors(String sources) {
  private static final String NONE = "'none'";
  private static final String KEY = "http.frameAncestors";

  public FrameAncestors {
    if (sources.isBlank() || !sources.matches("[^;,\\p{Cntrl}]+")) {
      throw new InvalidConfiguration(
          KEY
              + " is 'none', or addresses with blanks between them, such as 'self' https://crm.example");
    }
  }

  /** The key {@code http.frameAncestors}. */
  public static FrameAncestors of(Settings settings) {
    return new FrameAncestors(settings.text(KEY));
  }

  /** Whether any page may. */
  public boolean embeddable() {
    return !sources.equals(NONE);
  }
}
