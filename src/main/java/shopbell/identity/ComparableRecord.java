package shopbell.identity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shopbell.model.CustomerKind;
import shopbell.model.Handle;
import shopbell.model.HandleKind;

/**
 * The fields by which two records are compared, folded to one spelling; absent is empty.
 *
 * @param name its words without titles and legal forms; their order is not reliable (family name first, or last)
 * @param birth eight digits, year first, as far as they were given
 * @param streets the lines of the address; their order differs from form to form
 * @param number an official one: a tax or social security number
 */
public record ComparableRecord(
    UUID id,
    CustomerKind kind,
    List<String> name,
    String birth,
    List<String> streets,
    String house,
    String postcode,
    String city,
    Set<String> phones,
    Set<String> emails,
    String number) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern STREET = Pattern.compile("(str|strasse|street|st)$");
  private static final Set<String> NO_NAME = Set.of(
      "dr", "prof", "herr", "frau", "mr", "mrs", "ms", "dipl", "ing", "gmbh", "ag", "kg", "ohg",
      "ug", "ek", "ltd", "llc", "inc", "plc", "co", "mbh", "se", "und", "and");
  private static final int MOST_WORDS = 6;

  /** The attribute names that systems use for it. */
  static final String[] BIRTH = {"birthDate", "dateOfBirth", "birthday"};

  static final String[] POSTCODE = {"postalCode", "postcode", "zip"};
  static final String[] TOWN = {"city", "town", "suburb"};

  public ComparableRecord {
    name = List.copyOf(name);
    streets = List.copyOf(streets);
    phones = Set.copyOf(phones);
    emails = Set.copyOf(emails);
  }

  /**
   * Built from a record as its system sent it. These attributes are read: {@code birthDate}, {@code street},
   * {@code houseNumber}, {@code addressLine2}, {@code postalCode}, {@code city}, {@code nationalId}, and their usual
   * synonyms. A phone or e-mail marked as shared is ignored.
   */
  public static ComparableRecord of(
      UUID id,
      CustomerKind kind,
      String name,
      Map<String, String> attributes,
      List<Handle> handles) {
    String street = first(attributes, "street", "address1", "addressLine1");
    String house = first(attributes, "houseNumber", "streetNumber");
    String[] parts = house.isEmpty() ? split(street) : new String[] {street, house};
    List<String> streets = List.of(parts[0], first(attributes, "addressLine2", "address2")).stream()
        .map(ComparableRecord::street)
        .filter(line -> !line.isEmpty())
        .toList();
    return new ComparableRecord(
        id,
        kind,
        words(name),
        first(attributes, BIRTH).replaceAll("\\D", ""),
        streets,
        fold(parts[1]).replace(" ", ""),
        fold(first(attributes, POSTCODE)).replace(" ", ""),
        fold(first(attributes, TOWN)),
        values(handles, HandleKind.PHONE),
        values(handles, HandleKind.EMAIL),
        first(attributes, "nationalId", "taxId", "socialSecurityNumber").replaceAll("\\W", ""));
  }

  /** Lower case, without accents, an umlaut as two letters; words are separated by one blank. */
  static String fold(String text) {
    String plain = text.toLowerCase(Locale.ROOT)
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("ß", "ss")
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("đ", "d");
    plain = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    return NO_WORD.matcher(plain).replaceAll(" ").strip();
  }

  static List<String> words(String name) {
    List<String> all = Arrays.stream(fold(name).split(" "))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .toList();
    List<String> telling = all.stream().filter(word -> !NO_NAME.contains(word)).toList();
    return telling.isEmpty() ? all : telling;
  }

  /** Splits off a house number that follows or precedes the street. */
  private static String[] split(String street) {
    String behind = street.replaceFirst("^.*?\\s+(\\d+\\s?[a-zA-Z]?)$", "$1");
    if (!behind.equals(street)) {
      return new String[] {street.substring(0, street.length() - behind.length()), behind};
    }
    String before = street.replaceFirst("^(\\d+[a-zA-Z]?)\\s+.*$", "$1");
    return before.equals(street)
        ? new String[] {street, ""}
        : new String[] {street.substring(before.length()), before};
  }

  private static String street(String line) {
    return STREET.matcher(fold(line)).replaceFirst("str");
  }

  private static Set<String> values(List<Handle> handles, HandleKind kind) {
    return handles.stream()
        .filter(h -> h.kind() == kind && !h.shared() && !h.value().endsWith("*"))
        .map(Handle::value)
        .collect(Collectors.toSet());
  }

  private static String first(Map<String, String> attributes, String... names) {
    return Arrays.stream(names)
        .map(name -> attributes.getOrDefault(name, "").strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }
}
