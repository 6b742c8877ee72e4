package shopbell.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import shopbell.config.InvalidConfiguration;

/**
 * Regions that have a telephone numbering plan: those of ISO 3166 except unpopulated ones, and three that ISO does not
 * list.
 */
public final class Region {
  private static final Set<String> WITHOUT_PLAN = Set.of("AQ", "BV", "GS", "HM", "PN", "TF", "UM");
  private static final List<String> BEYOND_ISO = List.of("AC", "TA", "XK");

  /** Common mistakes for the code of a region. */
  private static final Map<String, String> MISTAKEN = Map.of(
      "UK",
      "GB",
      "EN",
      "GB",
      "ENGLAND",
      "GB",
      "SCOTLAND",
      "GB",
      "WALES",
      "GB",
      "EL",
      "GR",
      "USA",
      "US",
      "SU",
      "RU");

  private static final Set<String> ALL = all();

  private Region() {}

  /** InvalidConfiguration that suggests the probable code, unless {@code given} is valid. */
  static void check(String key, String given) {
    if (ALL.contains(given)) {
      return;
    }
    throw new InvalidConfiguration(
        key + " is a country of ISO 3166 in two capital letters, such as DE"
            + meant(given).map(code -> "; did you mean " + code + "?").orElse(""));
  }

  /** All valid codes. */
  public static Set<String> codes() {
    return ALL;
  }

  private static Optional<String> meant(String given) {
    String text = given.strip().toUpperCase(Locale.ROOT);
    return Optional.ofNullable(MISTAKEN.get(text))
        .or(() -> Optional.of(text).filter(ALL::contains))
        .or(() -> ALL.stream().filter(code -> names(code).contains(text)).findFirst());
  }

  /** The three-letter code, and the country's name in the languages of the product. */
  private static List<String> names(String code) {
    Locale country = new Locale("", code);
    String three = BEYOND_ISO.contains(code) ? "" : country.getISO3Country();
    return List.of(
        three,
        country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT),
        country.getDisplayCountry(Locale.GERMAN).toUpperCase(Locale.ROOT));
  }

  private static Set<String> all() {
    Set<String> codes = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
    codes.removeAll(WITHOUT_PLAN);
    codes.addAll(BEYOND_ISO);
    return Set.copyOf(codes);
  }
}
