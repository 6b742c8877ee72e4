package shopbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConfigurationDocumentTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+`) \\|([^|]*)\\|");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Map<String, String> TABLE = new LinkedHashMap<>();

  @BeforeAll
  static void read() throws IOException {
    Matcher rows = ROW.matcher(Files.readString(Path.of("docs/configuration.md")));
    while (rows.find()) {
      List<String> keys = quoted(rows.group(1));
      List<String> defaults = Arrays.asList(rows.group(2).strip().split(", ", -1));
      for (int i = 0; i < keys.size(); i++) {
        String said = i < defaults.size() ? defaults.get(i) : "";
        TABLE.put(keys.get(i), said.replace("`", ""));
      }
    }
  }

  private static List<String> quoted(String text) {
    return QUOTED.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** The keys of a section that another page describes, such as {@code cluster.…}, are one row. */
  private static boolean described(String key) {
    return TABLE.containsKey(key)
        || TABLE.keySet().stream()
            .filter(row -> row.endsWith("…"))
            .anyMatch(row -> key.startsWith(row.substring(0, row.length() - 1)));
  }

  @Test
  void everyKeyIsInTheTable() {
    assertEquals(
        List.of(),
        ConfigurationKeys.DEFAULTS.keySet().stream()
            .filter(key -> !described(key))
            .sorted()
            .toList());
  }

  @Test
  void everyRowOfOneKeyNamesAKeyOfTheProgramWithItsDefault() {
    Map<String, String> told = TABLE.entrySet().stream()
        .filter(row -> row.getKey().matches("[a-z]+[.][a-zA-Z]+|locale|currency|defaultCountry"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Map<String, String> wrong = new TreeMap<>();
    told.forEach((key, said) -> {
      String real = ConfigurationKeys.DEFAULTS.getOrDefault(key, "no such key");
      boolean fits = real.isEmpty()
          ? said.isEmpty() || said.equals("none") || said.equals("off")
          : real.equals(said) || (said.endsWith("…") && real.startsWith(said.replace("…", "")));
      if (!fits) {
        wrong.put(key, said + ", and it is " + real);
      }
    });
    assertEquals(Map.of(), wrong);
  }
}
