package shopbell.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The most common passwords, from {@code passwords/common.txt}; read on first use. */
final class CommonPasswords {
  private static final Set<String> ALL = read();
  private static final int SHORTEST_WORD = 4;
  private static final int LONGEST_WORD =
      ALL.stream().mapToInt(String::length).max().orElseThrow();
  private static final Pattern LETTERS = Pattern.compile("\\p{L}");

  private CommonPasswords() {}

  /** Whether {@code folded}, in lower case, is one of them, also repeated or with digits and signs around it. */
  static boolean like(String folded) {
    return ALL.contains(folded)
        || IntStream.rangeClosed(0, folded.length() - SHORTEST_WORD)
            .anyMatch(from -> IntStream.rangeClosed(
                    from + SHORTEST_WORD, Math.min(folded.length(), from + LONGEST_WORD))
                .mapToObj(to -> folded.substring(from, to))
                .anyMatch(word -> ALL.contains(word) && onlyPadding(folded.replace(word, ""))));
  }

  /** Whether {@code rest} has no letter in it. */
  static boolean onlyPadding(String rest) {
    return !LETTERS.matcher(rest).find();
  }

  private static Set<String> read() {
    try (InputStream list = CommonPasswords.class.getResourceAsStream("/passwords/common.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
