package shopbell.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a search as an agent types them, in any order: names, a town, a postcode, a birth date, a number.
 *
 * @param text as it was typed
 * @param words folded; a date is one word of eight digits, year first
 */
public record SearchWords(String text, List<String> words) {
  /** Only so many are looked up; all count for the order. */
  private static final int MOST_LOOKED_UP = 5;

  private static final int MOST = 20;
  private static final int SHORTEST_NUMBER = 4;
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b(\\d{1,2})[./-](\\d{1,2})[./-]((?:18|19|20)\\d{2})\\b");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("\\b((?:18|19|20)\\d{2})[./-](\\d{1,2})[./-](\\d{1,2})\\b");
  private static final Pattern NUMBER = Pattern.compile("[+0-9 ()/.-]+");

  public SearchWords {
    words = List.copyOf(words);
  }

  /** Parses a search text; without letters and digits, as in a dash, all of it is one word. */
  public static SearchWords of(String text) {
    List<String> words = Arrays.stream(ComparableRecord.fold(dates(text)).split(" "))
        .filter(word -> !word.isEmpty())
        .distinct()
        .limit(MOST)
        .toList();
    boolean signs = words.isEmpty() && !text.isBlank();
    return new SearchWords(text, signs ? List.of(text.strip()) : words);
  }

  /** The words to look up: numbers and long words first, because fewer people have them. */
  public List<String> lookedUp() {
    return words.stream()
        .filter(word -> word.length() > 1 || words.size() == 1)
        .sorted(Comparator.comparing((String word) -> !digits(word))
            .thenComparing(word -> -word.length()))
        .limit(MOST_LOOKED_UP)
        .toList();
  }

  /**
   * Possible customer, order or ticket numbers, or addresses: the whole text, and each part with a digit or an at sign.
   */
  public List<String> handles() {
    List<String> parts = Arrays.stream(text.strip().split("\\s+"))
        .filter(part -> part.length() >= SHORTEST_NUMBER && (digits(part) || part.contains("@")))
        .limit(MOST_LOOKED_UP)
        .toList();
    return Stream.concat(Stream.of(text.strip()), parts.stream()).distinct().toList();
  }

  /** The significant digits of a number in national or international form; empty when it is none. */
  public String phone() {
    String digits = text.replaceAll("\\D", "").replaceFirst("^0+", "");
    return NUMBER.matcher(text).matches() && digits.length() >= SHORTEST_NUMBER ? digits : "";
  }

  static boolean digits(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  private static String dates(String text) {
    Matcher days = DAY_FIRST.matcher(text);
    String once = days.replaceAll(m -> date(m.group(3), m.group(2), m.group(1)));
    return YEAR_FIRST.matcher(once).replaceAll(m -> date(m.group(1), m.group(2), m.group(3)));
  }

  /** A month above twelve is a day: the American order. */
  private static String date(String year, String month, String day) {
    List<String> parts = new ArrayList<>(List.of(month, day));
    if (Integer.parseInt(month) > 12) {
      parts.add(parts.remove(0));
    }
    return " " + year + two(parts.get(0)) + two(parts.get(1)) + " ";
  }

  private static String two(String digits) {
    return digits.length() < 2 ? "0" + digits : digits;
  }
}
