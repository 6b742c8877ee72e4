package shopbell.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The plain fields of a customer, as records bring them and as the card shows them. A new field is a component here; it
 * is stored, merged and exported with the others.
 *
 * @param locale a language tag such as {@code de}
 * @param since the first day as a customer
 * @param owner the employee responsible for this customer
 * @param timeZone an IANA name such as {@code Europe/Lisbon}; checked where it comes in
 */
public record CustomerDetails(
    Optional<String> locale,
    Optional<LocalDate> since,
    Optional<String> tier,
    Optional<String> owner,
    Optional<String> timeZone) {
  /** A customer of which none is known. */
  public static final CustomerDetails NONE = new CustomerDetails(
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** A customer of that language and tier, and nothing else known; an empty text is no value. */
  public static CustomerDetails of(String locale, String tier) {
    return new CustomerDetails(
        Optional.of(locale).filter(text -> !text.isEmpty()),
        Optional.empty(),
        Optional.of(tier).filter(text -> !text.isEmpty()),
        Optional.empty(),
        Optional.empty());
  }

  /** A copy of a customer since that day, with that owner. */
  public CustomerDetails with(Optional<LocalDate> firstDay, Optional<String> employee) {
    return new CustomerDetails(locale, firstDay, tier, employee, timeZone);
  }

  /**
   * Those of one person with several records: the values of {@code main} count; where it has none, the first of {@code
   * others} with a value, and their earliest first day.
   */
  public static CustomerDetails merged(CustomerDetails main, List<CustomerDetails> others) {
    return new CustomerDetails(
        first(main, others, CustomerDetails::locale),
        main.since()
            .or(() -> others.stream()
                .flatMap(other -> other.since().stream())
                .min(Comparator.naturalOrder())),
        first(main, others, CustomerDetails::tier),
        first(main, others, CustomerDetails::owner),
        first(main, others, CustomerDetails::timeZone));
  }

  private static Optional<String> first(
      CustomerDetails main,
      List<CustomerDetails> others,
      Function<CustomerDetails, Optional<String>> field) {
    return Stream.concat(Stream.of(main), others.stream())
        .flatMap(one -> field.apply(one).stream())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }
}
