package shopbell.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts that programs send where they have no id: {@code undefined}, {@code null}, zeros. Taking one for an id would
 * merge all strangers into one person. Letter case and blanks are ignored.
 *
 * <p>The default follows PostHog's list of distinct ids that are never merged, and placeholders reported in public
 * feature requests and bug reports.
 */
public final class PlaceholderIds {
  /** Zeros, the all-zero and the all-one UUID, only punctuation, and unfilled templates. */
  private static final Pattern EMPTY = Pattern.compile(
      "[0\\p{P}\\s]*|f{8}-?f{4}-?f{4}-?f{4}-?f{12}|.*(\\{\\{.*}}|\\$\\{.*}|<%.*%>|%%.+%%).*");

  private final Set<String> texts;

  /** {@code list} has commas between the texts. */
  public PlaceholderIds(String list) {
    texts = Arrays.stream(list.split(","))
        .map(PlaceholderIds::folded)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether {@code id} is a placeholder. */
  public boolean contains(String id) {
    String text = folded(id).replaceFirst("^[\"'](.*)[\"']$", "$1");
    return texts.contains(text) || EMPTY.matcher(text).matches();
  }

  private static String folded(String text) {
    return PhoneField.plain(text).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
