package shopbell.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Suggests the known word that an unknown one is probably a misspelling of. */
public final class DidYouMean {
  private static final int CLOSE = 3;

  private DidYouMean() {}

  /** The word in {@code known} that is at most three edits away, letter case aside; empty when there is none. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return nearest(word, known, CLOSE);
  }

  /** The same with at most {@code most} edits. */
  public static Optional<String> nearest(String word, Collection<String> known, int most) {
    return known.stream()
        .filter(k -> distance(word.toLowerCase(Locale.ROOT), k.toLowerCase(Locale.ROOT)) <= most)
        .min(Comparator.<String>comparingInt(k -> distance(word, k))
            .thenComparing(k -> beginning(word, k), Comparator.reverseOrder())
            .thenComparing(Comparator.naturalOrder()));
  }

  /** The length of the common prefix: typing mistakes are more frequent later in a word. */
  private static int beginning(String a, String b) {
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return same;
  }

  /** Levenshtein distance, in one row. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
