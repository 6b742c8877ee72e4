package shopbell.identity;

import java.util.Arrays;
import java.util.List;

/**
 * The match of a customer with the words of a search, in bits as {@link RecordSimilarity} counts them. An unmatched
 * word subtracts nothing, so more words never find less.
 */
public final class SearchScore {
  private static final double BIRTH = 11;
  private static final double NUMBER = 8;
  private static final double NAME = 9;

  /** Many customers share a town or street. */
  private static final double PLACE_PART = 0.45;

  /** Of two customers that match equally, the one with fewer unmatched names comes first. */
  private static final double OTHER_NAME = 0.25;

  private SearchScore() {}

  /** Zero when nothing matches; {@code known} are all words of the customer's records, including the name. */
  public static double of(SearchWords asked, String name, List<String> known) {
    List<String> names = Arrays.asList(ComparableRecord.fold(name).split(" "));
    double score = 0;
    for (String word : asked.words()) {
      double part = known.stream().mapToDouble(other -> fit(word, other)).max().orElse(0);
      double byName =
          names.stream().mapToDouble(other -> fit(word, other)).max().orElse(0);
      score += Math.max(byName, SearchWords.digits(word) ? part : part * PLACE_PART);
    }
    long others = names.stream()
        .filter(other -> asked.words().stream().noneMatch(word -> fit(word, other) > 0))
        .count();
    return score == 0 ? 0 : Math.max(0.01, score - OTHER_NAME * others);
  }

  /** The score of a searched word against a word of the record; zero when they do not match. */
  static double fit(String said, String told) {
    if (SearchWords.digits(said)) {
      boolean date = said.length() == 8 && told.length() == 8;
      double all = date ? BIRTH : NUMBER;
      return said.equals(told)
          ? all
          : RecordSimilarity.near(said, told) || (date && swapped(said, told))
              ? all * 0.55
              : said.length() > 2 && told.startsWith(said) ? all * 0.4 : 0;
    }
    if (said.equals(told)) {
      return NAME;
    }
    double alike = RecordSimilarity.alike(said, told);
    boolean begun = said.length() > 1 && told.startsWith(said);
    if (begun || alike >= 0.92) {
      return NAME * (begun ? 0.85 : 0.75) * Math.max(alike, 0.8);
    }
    boolean heard = said.length() > 2
        && told.length() > 2
        && BlockingKeys.sound(said).equals(BlockingKeys.sound(told));
    return heard || alike >= 0.85 ? NAME * 0.5 * alike : 0;
  }

  private static boolean swapped(String a, String b) {
    return a.equals(b.substring(0, 4) + b.substring(6) + b.substring(4, 6));
  }
}
