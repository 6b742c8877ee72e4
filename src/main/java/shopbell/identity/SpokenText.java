package shopbell.identity;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Parses a speech recogniser's transcript: spelled letters and digits, and dates. English, German, French and Polish;
 * any other word stands for its first letter, as in every spelling alphabet.
 */
final class SpokenText {
  private static final int LONGEST_GROUP = 3;
  private static final Pattern NO_DIGIT = Pattern.compile("\\D+");

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(18|19|20)\\d\\d(0[1-9]|1[0-2])([0-2]\\d|3[01])");

  /** One digit or letter each: the words a recogniser may write for it. */
  private static final Map<String, String> SAID = said(
      "0 zero oh nought null zero",
      "1 one won eins un jeden",
      "2 two to too zwei zwo deux dwa",
      "3 three free drei trois trzy",
      "4 four for vier quatre cztery",
      "5 five fuenf cinq piec",
      "6 six sechs szesc",
      "7 seven sieben sept siedem",
      "8 eight ate acht huit osiem",
      "9 nine neun neuf dziewiec",
      "a hey eh",
      "b bee be",
      "c see sea",
      "d the day dee",
      "e he",
      "g gee",
      "h aitch",
      "i eye",
      "j jay",
      "k kay",
      "l ell",
      "m em",
      "n and en",
      "p pea",
      "q queue cue",
      "r are",
      "t tea",
      "u you",
      "x ex",
      "y why",
      "z zed zedd zee said",
      " ray");

  private static final Map<String, Integer> MONTHS = months();

  private SpokenText() {}

  private static Map<String, String> said(String... lines) {
    Map<String, String> said = new HashMap<>();
    for (String line : lines) {
      String[] words = line.split(" ");
      Arrays.stream(words).skip(1).forEach(word -> said.put(word, words[0]));
    }
    return Map.copyOf(said);
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (String language : List.of("en", "de", "fr", "pl")) {
      for (Month month : Month.values()) {
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
          String name = month.getDisplayName(style, Locale.forLanguageTag(language));
          months.put(ComparableRecord.fold(name), month.getValue());
        }
      }
    }
    return Map.copyOf(months);
  }

  /** Letters and digits without blanks, as a postcode or an order number is written. */
  static String spelled(String heard) {
    StringBuilder spelled = new StringBuilder();
    for (String word : words(heard)) {
      String said = SAID.get(word);
      boolean group = word.length() <= LONGEST_GROUP || SearchWords.digits(word);
      spelled.append(said != null ? said : group ? word : word.substring(0, 1));
    }
    return spelled.toString();
  }

  /** Digits, the day first: {@code ddMMyyyy} when all was understood; otherwise as many as there are. */
  static String date(String heard) {
    List<String> numbers = new ArrayList<>();
    String month = "";
    for (String word : words(heard)) {
      Integer named = MONTHS.get(word);
      if (named != null) {
        month = two(named.toString());
      } else {
        String number = NO_DIGIT.matcher(SAID.getOrDefault(word, word)).replaceAll("");
        if (!number.isEmpty()) {
          numbers.add(number);
        }
      }
    }
    return month.isEmpty() ? ordered(numbers) : withMonth(numbers, month);
  }

  private static List<String> words(String heard) {
    return Arrays.stream(ComparableRecord.fold(heard).split(" "))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String withMonth(List<String> numbers, String month) {
    int first = numbers.isEmpty() || numbers.get(0).length() > 2 ? 0 : 1;
    String day = first == 0 ? "" : two(numbers.get(0));
    return day + month + String.join("", numbers.subList(first, numbers.size()));
  }

  private static String ordered(List<String> numbers) {
    if (numbers.size() == 1 && YEAR_FIRST.matcher(numbers.get(0)).matches()) {
      String date = numbers.get(0);
      return date.substring(6) + date.substring(4, 6) + date.substring(0, 4);
    }
    boolean three = numbers.size() == 3;
    if (three && numbers.get(0).length() == 4) {
      return two(numbers.get(2)) + two(numbers.get(1)) + numbers.get(0);
    }
    return three && numbers.get(0).length() <= 2 && numbers.get(1).length() <= 2
        ? two(numbers.get(0)) + two(numbers.get(1)) + numbers.get(2)
        : String.join("", numbers);
  }

  private static String two(String digits) {
    return digits.length() < 2 ? "0" + digits : digits;
  }
}
