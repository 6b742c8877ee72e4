package shopbell.imports;

import java.io.BufferedReader;
import java.io.IOException;

/** What separates the cells of a CSV file: comma, semicolon or tab, whichever the header has most of. */
final class CsvDelimiter {
  private CsvDelimiter() {}

  /** Looks at the first line and leaves it unread. */
  static char of(BufferedReader text) throws IOException {
    text.mark(1 << 13);
    char[] head = new char[1 << 12];
    int read = Math.max(0, text.read(head));
    text.reset();
    String first = new String(head, 0, read).lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      best = count(first, candidate) > count(first, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String text, char one) {
    return text.chars().filter(c -> c == one).count();
  }
}
