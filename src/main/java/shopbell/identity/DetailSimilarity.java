package shopbell.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The match of a customer with a caller's stated details, in bits as {@link RecordSimilarity} counts them, but by
 * degrees: a recogniser gets single letters and digits wrong. Of several transcriptions the best match counts.
 */
final class DetailSimilarity {
  /** The smallest record count assumed: few records do not make a match in a small shop more certain. */
  private static final double FEWEST = 1_000;

  private static final double NAME = 9.5;
  private static final double BIRTH = 11;
  private static final double POSTCODE = 9;
  private static final double TOWN = 3.5;

  /** Bits above chance: a caller who names an order is twice as likely its customer as a caller who misread it. */
  private static final double ORDER = 1;

  /** Dots and tags are ignored by some providers and not by others: perhaps the same mailbox. */
  private static final double MAILBOX = -0.5;

  /** Bits for a detail that does not match at all; not less, because a recogniser is often wrong. */
  private static final double OTHER = -2;

  /** Two words with a lower similarity do not match. */
  private static final double LEAST_ALIKE = 0.6;

  private static final double TOWN_LEAST_ALIKE = 0.75;

  /** With so many wrong letters or digits a number or a date is a different one. */
  private static final double MOST_WRONG = 3;

  private static final double WORTH_SAYING = 0.3;
  private static final double THE_SAME = 0.93;

  private final List<String> reasons = new ArrayList<>();
  private final double among;
  private double bits;

  private DetailSimilarity(double among) {
    this.among = Math.max(FEWEST, among);
  }

  /** Compared with one customer. */
  static DetailSimilarity of(CallerDetails said, HandleStore.Described known) {
    DetailSimilarity all = new DetailSimilarity(known.among());
    ComparableRecord comparableRecord = known.traits();
    String birth = dayFirst(comparableRecord.birth());
    all.best(
        "name",
        said.names(),
        comparableRecord.name().isEmpty(),
        NAME,
        n -> name(n, comparableRecord.name()));
    all.best("birth", said.births(), birth.isEmpty(), BIRTH, b -> exactly(b, birth));
    all.best(
        "postcode",
        said.postcodes(),
        comparableRecord.postcode().isEmpty(),
        POSTCODE,
        p -> exactly(p, comparableRecord.postcode()));
    all.best(
        "town",
        said.towns(),
        comparableRecord.city().isEmpty(),
        TOWN,
        t -> above(TOWN_LEAST_ALIKE, RecordSimilarity.alike(t, comparableRecord.city())));
    all.proven(known);
    return all;
  }

  /** The matches that the store has found by exact search. */
  private void proven(HandleStore.Described known) {
    if (known.order()) {
      add("order", 1, chance() + ORDER);
    }
    if (known.mailbox()) {
      add("mailbox", 1, chance() + MAILBOX);
    }
  }

  /** How much the stated details raise the odds of this customer. */
  double factor() {
    return Math.pow(2, bits);
  }

  /** The odds against a stranger when the stated details are the only evidence. */
  double odds() {
    return factor() / among;
  }

  /** Relative to the prior; negative when the stated details contradict this customer. */
  double bits() {
    return bits;
  }

  /**
   * Codes of details that match, nearly match ({@code .close}) and differ ({@code .other}), in the order of the query.
   */
  List<String> reasons() {
    return List.copyOf(reasons);
  }

  private double chance() {
    return Math.log(among) / Math.log(2);
  }

  private interface Fit {
    double of(String hearing);
  }

  private void best(String field, List<String> heard, boolean unknown, double most, Fit fit) {
    if (!heard.isEmpty() && !unknown) {
      add(field, heard.stream().mapToDouble(fit::of).max().orElseThrow(), most);
    }
  }

  private void add(String field, double fit, double most) {
    bits += fit > 0 ? fit * most : OTHER * Math.min(1, -fit);
    if (fit >= WORTH_SAYING || fit < 0) {
      reasons.add(field + (fit >= THE_SAME ? "" : fit > 0 ? ".close" : ".other"));
    }
  }

  /** The words one by one in any order, or joined, as when the name was spelled. */
  private static double name(String heard, List<String> told) {
    String[] words = heard.split(" ");
    double parts = told.stream()
        .mapToDouble(word -> Math.max(
            0, above(LEAST_ALIKE, DoubleStream.of(fits(words, word)).max().orElse(0))))
        .average()
        .orElse(0);
    String spelled = heard.replace(" ", "");
    double whole = above(LEAST_ALIKE, SpokenDistance.alike(spelled, String.join("", told)));
    return Math.max(parts == 0 ? -1 : parts, whole);
  }

  private static double[] fits(String[] words, String word) {
    double[] fits = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      fits[i] = SpokenDistance.alike(words[i], word);
    }
    return fits;
  }

  private static double above(double least, double alike) {
    return (alike - least) / (1 - least);
  }

  private static double exactly(String heard, String told) {
    return 1 - SpokenDistance.of(heard, told) / MOST_WRONG;
  }

  private static String dayFirst(String birth) {
    return birth.length() == 8
        ? birth.substring(6) + birth.substring(4, 6) + birth.substring(0, 4)
        : birth;
  }
}
