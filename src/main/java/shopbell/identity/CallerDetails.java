package shopbell.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Details a caller has given, as a voice menu or a form sends them. Each may have several transcriptions, the likeliest
 * first. None of it proves anything.
 *
 * @param names folded, words separated by a blank; {@code towns} too
 * @param postcodes small letters and digits without blanks
 * @param births digits, the day first; eight when all was understood
 * @param orders as they were sent
 */
public record CallerDetails(
    List<String> names,
    List<String> postcodes,
    List<String> towns,
    List<String> births,
    List<String> orders) {
  private static final int MOST_HEARINGS = 60;
  private static final int LONGEST = 100;

  public CallerDetails {
    names = folded(names, ComparableRecord::fold);
    postcodes = folded(postcodes, SpokenText::spelled);
    towns = folded(towns, ComparableRecord::fold);
    births = folded(births, SpokenText::date);
    orders = List.copyOf(orders);
  }

  /**
   * Read from an interaction's attributes: {@code name}, or {@code firstName} and {@code lastName}; {@code postalCode},
   * {@code city}, {@code birthDate}, {@code orderNumber}, and their usual synonyms. A bar or a line break separates
   * transcriptions.
   */
  public static CallerDetails of(Map<String, String> attributes) {
    String parts = (first(attributes, "firstName") + " " + first(attributes, "lastName")).strip();
    return new CallerDetails(
        hearings(Stream.of(first(attributes, "name", "callerName", "customerName"), parts)),
        hearings(Stream.of(first(attributes, ComparableRecord.POSTCODE))),
        hearings(Stream.of(first(attributes, ComparableRecord.TOWN))),
        hearings(Stream.of(first(attributes, ComparableRecord.BIRTH))),
        hearings(Stream.of(first(attributes, "orderNumber", "orderId", "order"))));
  }

  /** Whether there is nothing to search for. */
  public boolean isEmpty() {
    return Stream.of(names, postcodes, towns, births, orders).allMatch(List::isEmpty);
  }

  /** The words to search customers by, as an agent would type them; the likeliest transcription of each. */
  public SearchWords words() {
    return SearchWords.of(Stream.of(
            names.stream(),
            postcodes.stream(),
            births.stream().map(CallerDetails::yearFirst),
            towns.stream())
        .flatMap(hearings -> hearings.limit(1))
        .collect(Collectors.joining(" ")));
  }

  private static String yearFirst(String date) {
    return date.length() == 8
        ? date.substring(4) + date.substring(2, 4) + date.substring(0, 2)
        : date;
  }

  /** The stated numbers, as a shop may write them. */
  public List<String> orderNumbers() {
    return orders.stream()
        .flatMap(order -> Stream.of(
            order,
            order.toUpperCase(Locale.ROOT),
            order.replaceFirst("^#", ""),
            SpokenText.spelled(order).toUpperCase(Locale.ROOT)))
        .distinct()
        .toList();
  }

  private static List<String> folded(List<String> hearings, UnaryOperator<String> reading) {
    return hearings.stream()
        .map(reading)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  private static List<String> hearings(Stream<String> told) {
    return told.flatMap(text -> Arrays.stream(text.split("[|\\n\\r]+")))
        .map(String::strip)
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
        .distinct()
        .limit(MOST_HEARINGS)
        .toList();
  }

  private static String first(Map<String, String> attributes, String... names) {
    return Arrays.stream(names)
        .map(attributes::get)
        .filter(Objects::nonNull)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }
}
