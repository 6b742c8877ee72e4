package shopbell.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * The similarity of two records after Fellegi and Sunter: each field agrees to a certain level, each level has a weight
 * in bits (the logarithm of how much more frequent it is between records of one person than between others), and the
 * sum with the prior is the log odds that they are one person.
 */
public final class RecordSimilarity {
  /** How a field of the two agrees. */
  enum Level {
    NAME_SAME("name", 9.5),
    NAME_CLOSE("name.close", 7),
    NAME_PART("name.close", 2.5),
    NAME_HALF("", -1),
    NAME_FAMILY("", -6),
    NAME_DIFFERENT("", -6),
    BIRTH_SAME("birth", 11),
    BIRTH_CLOSE("birth.close", 6),
    BIRTH_DIFFERENT("", -5),
    ADDRESS_SAME("address", 11),
    ADDRESS_CLOSE("address.close", 8),
    ADDRESS_PLACE("place", 3.5),
    ADDRESS_DIFFERENT("", -2.5),
    PHONE_SAME("phone", 8),
    PHONE_DIFFERENT("", -0.5),
    EMAIL_SAME("email", 12),
    EMAIL_DIFFERENT("", -0.5),
    NUMBER_SAME("number", 16),
    NUMBER_CLOSE("number", 8),
    NUMBER_DIFFERENT("", -4),
    UNKNOWN("", 0);

    private final String code;
    private final double bits;

    Level(String code, double bits) {
      this.code = code;
      this.bits = bits;
    }
  }

  /**
   * The log odds of two records that share a block and nothing else, among {@link #FEW}: calibrated on FEBRL sets 1 and
   * 2, where as many pairs of these odds are one person as the score says (docs/identity.md).
   */
  private static final double PRIOR = -6;

  /** Among more records more agree by chance: twice as many records, half the odds. */
  private static final double FEW = 5_000;

  /** People of one household share a telephone too: it adds no evidence when the names differ. */
  private static final double HOUSEHOLD = -6;

  private static final double SAME_WORD = 0.92;
  private static final double CLOSE_WORD = 0.85;

  /** Two first names with a lower similarity are different ones, as in a family. */
  private static final double OTHER_WORD = 0.65;

  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

  private final List<Level> levels;

  private RecordSimilarity(List<Level> levels) {
    this.levels = levels;
  }

  /** Compares field by field; the order of the two does not matter. */
  public static RecordSimilarity of(ComparableRecord a, ComparableRecord b) {
    return new RecordSimilarity(List.of(
        name(a.name(), b.name()),
        birth(a.birth(), b.birth()),
        address(a, b),
        sets(a.phones(), b.phones(), Level.PHONE_SAME, Level.PHONE_DIFFERENT),
        sets(a.emails(), b.emails(), Level.EMAIL_SAME, Level.EMAIL_DIFFERENT),
        number(a.number(), b.number())));
  }

  /**
   * Whether two names clearly belong to two persons or firms; an address or a number in a name's place proves nothing.
   */
  public static boolean otherName(String a, String b) {
    if (a.contains("@") || b.contains("@") || !lettered(a) || !lettered(b)) {
      return false;
    }
    List<String> one = ComparableRecord.words(a);
    List<String> two = ComparableRecord.words(b);
    List<String> few = one.size() <= two.size() ? one : two;
    List<String> many = one.size() <= two.size() ? two : one;
    return !joined(one, two)
        && !few.stream().allMatch(word -> many.stream().anyMatch(other -> stands(word, other)));
  }

  /** Whether both are names, and could belong to one person or firm. */
  public static boolean sameName(String a, String b) {
    return lettered(a) && lettered(b) && !a.contains("@") && !b.contains("@") && !otherName(a, b);
  }

  /** The same word, a misspelling of it, or an abbreviation to its beginning. */
  private static boolean stands(String word, String other) {
    return alike(word, other) >= CLOSE_WORD || word.startsWith(other) || other.startsWith(word);
  }

  private static boolean lettered(String name) {
    return name.codePoints().anyMatch(Character::isLetter);
  }

  /** The probability that they are one person; {@code among} is how many records there are. */
  public double probability(long among) {
    double bits = PRIOR - Math.log(Math.max(FEW, (double) among) / FEW) / Math.log(2) + bits();
    return 1 / (1 + Math.pow(2, -bits));
  }

  private double bits() {
    boolean household = levels.get(0).bits < 0
        && levels.contains(Level.PHONE_SAME)
        && (levels.contains(Level.ADDRESS_SAME) || levels.contains(Level.ADDRESS_CLOSE));
    return levels.stream().mapToDouble(level -> level.bits).sum() + (household ? HOUSEHOLD : 0);
  }

  /** Codes of the matching fields, the strongest first. */
  public List<String> reasons() {
    return levels.stream()
        .filter(level -> level.bits > 0)
        .sorted(Comparator.comparingDouble((Level level) -> level.bits).reversed())
        .map(level -> level.code)
        .toList();
  }

  /** The level of each field; to learn weights from. */
  List<Level> levels() {
    return levels;
  }

  private static Level name(List<String> a, List<String> b) {
    List<String> few = a.size() <= b.size() ? a : b;
    List<String> many = a.size() <= b.size() ? b : a;
    if (few.isEmpty()) {
      return Level.UNKNOWN;
    }
    List<Double> pairs = WordPairs.of(few, many);
    double worst = pairs.stream().min(Comparator.naturalOrder()).orElseThrow();
    long fit = pairs.stream().filter(alike -> alike >= SAME_WORD).count();
    if (worst < CLOSE_WORD) {
      boolean slip = worst >= OTHER_WORD || joined(a, b);
      return fit == 0 && !slip ? Level.NAME_DIFFERENT : slip ? Level.NAME_HALF : Level.NAME_FAMILY;
    }
    if (few.size() == 1) {
      return many.size() == 1 ? Level.NAME_CLOSE : Level.NAME_PART;
    }
    return worst == 1 ? Level.NAME_SAME : Level.NAME_CLOSE;
  }

  /** Equal except for a missing or extra blank. */
  private static boolean joined(List<String> a, List<String> b) {
    return alike(String.join("", a), String.join("", b)) >= SAME_WORD;
  }

  private static Level birth(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Level.UNKNOWN;
    }
    if (a.equals(b)) {
      return Level.BIRTH_SAME;
    }
    return near(a, b) || swapped(a, b) ? Level.BIRTH_CLOSE : Level.BIRTH_DIFFERENT;
  }

  /** Day and month are swapped. */
  private static boolean swapped(String a, String b) {
    return a.length() == 8
        && b.length() == 8
        && a.equals(b.substring(0, 4) + b.substring(6) + b.substring(4, 6));
  }

  private static Level address(ComparableRecord a, ComparableRecord b) {
    boolean places = known(a.postcode(), b.postcode()) || known(a.city(), b.city());
    boolean streets = !a.streets().isEmpty() && !b.streets().isEmpty();
    if (!places && !streets) {
      return Level.UNKNOWN;
    }
    boolean place = known(a.postcode(), b.postcode())
        ? near(a.postcode(), b.postcode()) || alike(a.city(), b.city()) >= SAME_WORD
        : alike(a.city(), b.city()) >= SAME_WORD;
    double street = a.streets().stream()
        .flatMap(one -> b.streets().stream().map(other -> alike(one, other)))
        .max(Comparator.naturalOrder())
        .orElse(0.0);
    boolean house = !a.house().isEmpty() && a.house().equals(b.house());
    if (street >= SAME_WORD && place) {
      return house ? Level.ADDRESS_SAME : Level.ADDRESS_CLOSE;
    }
    if (street >= CLOSE_WORD && (place || house)) {
      return Level.ADDRESS_CLOSE;
    }
    return place ? Level.ADDRESS_PLACE : Level.ADDRESS_DIFFERENT;
  }

  private static Level sets(Set<String> a, Set<String> b, Level same, Level different) {
    if (a.isEmpty() || b.isEmpty()) {
      return Level.UNKNOWN;
    }
    return a.stream().anyMatch(b::contains) ? same : different;
  }

  private static Level number(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Level.UNKNOWN;
    }
    return a.equals(b)
        ? Level.NUMBER_SAME
        : near(a, b) ? Level.NUMBER_CLOSE : Level.NUMBER_DIFFERENT;
  }

  private static boolean known(String a, String b) {
    return !a.isEmpty() && !b.isEmpty();
  }

  static double alike(String a, String b) {
    if (a.equals(b)) {
      return a.isEmpty() ? 0 : 1;
    }
    // Jaro's windows depend on the order of the two
    return a.compareTo(b) < 0 ? JARO_WINKLER.apply(a, b) : JARO_WINKLER.apply(b, a);
  }

  /** Of equal length, and one character differs or two neighbours are swapped. */
  static boolean near(String a, String b) {
    if (a.length() != b.length() || a.isEmpty()) {
      return false;
    }
    List<Integer> differ = Stream.iterate(0, i -> i < a.length(), i -> i + 1)
        .filter(i -> a.charAt(i) != b.charAt(i))
        .limit(3)
        .collect(Collectors.toList());
    return differ.size() <= 1
        || (differ.size() == 2
            && differ.get(1) == differ.get(0) + 1
            && a.charAt(differ.get(0)) == b.charAt(differ.get(1))
            && a.charAt(differ.get(1)) == b.charAt(differ.get(0)));
  }
}
