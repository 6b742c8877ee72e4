package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentLinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^):\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final int LONGEST_PAGE = 200;
  private static final int LONGEST_README = 100;

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      Stream<Path> root = Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"));
      return Stream.concat(root, docs.filter(file -> file.toString().endsWith(".md")))
          .sorted()
          .toList();
    }
  }

  /** The address of a heading as GitHub makes it. */
  private static String address(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  private static boolean leadsSomewhere(Path page, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    Set<String> addresses = parts.length < 2
        ? Set.of()
        : HEADING
            .matcher(Files.readString(target))
            .results()
            .map(found -> address(found.group(1)))
            .collect(Collectors.toSet());
    return parts.length < 2 || addresses.contains(parts[1]);
  }

  @Test
  void everyLinkLeadsToAPageAndItsHeading() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      List<String> links = LINK.matcher(Files.readString(page))
          .results()
          .map(found -> found.group(1))
          .toList();
      for (String link : links) {
        if (!leadsSomewhere(page, link)) {
          broken.add(page + ": " + link);
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void noPageIsTooLong() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path page : pages()) {
      int lines = Files.readAllLines(page).size();
      if (lines > (page.endsWith("README.md") ? LONGEST_README : LONGEST_PAGE)) {
        tooLong.add(page + " has " + lines + " lines");
      }
    }
    assertEquals(List.of(), tooLong);
  }
}
