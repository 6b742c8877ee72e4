package shopbell.identity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The display name and number a telephone system sends: {@code "Rosa Klein" <sip:+49221@pbx>}. A name proves nothing;
 * invisible characters are removed, and a meaningless name is left out.
 */
record DisplayName(Optional<String> name, String number) {
  private static final int LONGEST = 100;
  private static final Pattern BOTH =
      Pattern.compile("\\s*(?:\"([^\"]*)\"|([^\"<>]*))\\s*<([^<>]+)>\\s*");
  private static final Pattern URI =
      Pattern.compile("(?:sips?|tel):([^@;?]+)(?:[@;?].*)?", Pattern.CASE_INSENSITIVE);

  /** Control characters, marks that change the direction of writing, and other invisible characters. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\u2028\\u2029]+");

  /** Parses a field that may hold both; {@code number} is the whole field where there is no name. */
  static DisplayName read(String field) {
    Matcher both = BOTH.matcher(field);
    boolean parted = both.matches();
    Optional<String> name = parted
        ? Optional.ofNullable(both.group(1)).or(() -> Optional.ofNullable(both.group(2)))
        : Optional.empty();
    String address = parted ? both.group(3) : field;
    Matcher uri = URI.matcher(address.strip());
    return new DisplayName(
        name.filter(text -> !text.isBlank()), uri.matches() ? uri.group(1) : address);
  }

  /** The name to show: at most 100 characters; empty when it has no letter, or is a placeholder. */
  static Optional<String> clean(String raw, PlaceholderIds placeholders) {
    String name = UNSEEN.matcher(raw).replaceAll(" ").replaceAll("\\s+", " ").strip();
    if (name.codePoints().noneMatch(Character::isLetter) || placeholders.contains(name)) {
      return Optional.empty();
    }
    int end = name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length())));
    return Optional.of(name.substring(0, end));
  }
}
