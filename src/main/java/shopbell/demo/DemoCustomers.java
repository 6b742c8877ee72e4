package shopbell.demo;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import shopbell.model.CustomerDetails;
import shopbell.model.CustomerKind;
import shopbell.model.ExternalId;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.event.CustomerRecord;

/**
 * The demo's customers by their number; the same number is always the same customer.
 *
 * <p>Phone numbers are from ranges reserved for films (Bundesnetzagentur, Ofcom), e-mail addresses from domains
 * reserved for examples (RFC 2606).
 */
final class DemoCustomers {
  static final String SYSTEM = "demo";
  static final int COMPANIES = 500;
  static final int PERSONS = 4_700;
  static final int REGULARS = 100;
  static final int ALL = COMPANIES + PERSONS;

  private static final long SEED = 20_260_401L;
  private static final int GERMANS = 3_700;
  private static final int BLOCKS = 100;
  private static final int PER_AREA = 740;
  private static final List<String> GERMAN_AREAS =
      List.of("+493023125", "+496990009", "+494066969", "+492214710", "+498999998");
  private static final List<String> BRITISH_AREAS =
      List.of("+442079460", "+441614960", "+441134960", "+441174960");
  private static final List<String> TIERS = List.of("gold", "silver", "silver", "", "", "", "");
  private static final List<String> FIRMS = List.of(
      "Elektro",
      "Hotel",
      "Praxis",
      "Architekten",
      "Café",
      "Werkstatt",
      "Studio",
      "Gartenbau",
      "Kanzlei",
      "Labor");
  private static final List<String> FORMS =
      List.of("GmbH", "AG", "e. K.", "& Partner", "KG", "Ltd");

  private DemoCustomers() {}

  /** Numbers below {@link #COMPANIES} are companies. */
  static boolean company(int number) {
    return number < COMPANIES;
  }

  /** The customers who call on the demo's day: they have a history worth showing. */
  static boolean regular(int number) {
    return !company(number) && person(number) < REGULARS;
  }

  static SplittableRandom random(int number) {
    return new SplittableRandom(SEED + number * 7_919L);
  }

  static DemoTexts vocabulary(int number) {
    return company(number) || person(number) < GERMANS ? DemoTexts.GERMAN : DemoTexts.ENGLISH;
  }

  static ExternalId id(int number) {
    return new ExternalId(SYSTEM, customerNumber(number));
  }

  static String customerNumber(int number) {
    return (company(number) ? "F" : "K") + (10_000 + number);
  }

  /** In E.164; of a company the switchboard. */
  static String phone(int number) {
    if (number < BLOCKS) {
      return block(number) + "0";
    }
    if (company(number)) {
      int index = number - BLOCKS;
      return BRITISH_AREAS.get(index % 4) + (800 + index / 4);
    }
    int person = person(number);
    return person < GERMANS
        ? GERMAN_AREAS.get(person / PER_AREA) + three(person % PER_AREA)
        : BRITISH_AREAS.get((person - GERMANS) % 4) + three((person - GERMANS) / 4);
  }

  /** The prefix of a company's numbers; only the first hundred have one. */
  static String block(int number) {
    return GERMAN_AREAS.get(number % 5) + (80 + number / 5);
  }

  static CustomerRecord record(int number, Instant now) {
    SplittableRandom random = random(number);
    DemoTexts words = vocabulary(number);
    String name = name(number, random, words);
    return new CustomerRecord(
        "customer " + number,
        now,
        id(number),
        company(number) ? CustomerKind.COMPANY : CustomerKind.PERSON,
        name,
        handles(number, name, random),
        works(number),
        details(number, now, random, words),
        company(number) ? Map.of() : cues(words),
        Map.of());
  }

  private static CustomerDetails details(
      int number, Instant now, SplittableRandom random, DemoTexts words) {
    LocalDate since =
        LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(60 + random.nextInt(2_200));
    return CustomerDetails.of(words.locale(), TIERS.get(random.nextInt(TIERS.size())))
        .with(Optional.of(since), company(number) ? Optional.of("ben") : Optional.empty());
  }

  private static List<Handle> handles(int number, String name, SplittableRandom random) {
    List<Handle> handles = new ArrayList<>();
    handles.add(new Handle(HandleKind.PHONE, phone(number), random.nextInt(3) == 0, false));
    if (number < BLOCKS) {
      handles.add(new Handle(HandleKind.PHONE, block(number) + "*", false, true));
    }
    handles.add(Handle.of(HandleKind.EMAIL, mail(name, number)));
    handles.add(Handle.of(HandleKind.CUSTOMER_NUMBER, customerNumber(number)));
    household(number)
        .ifPresent(shared -> handles.add(new Handle(HandleKind.PHONE, shared, false, true)));
    return handles;
  }

  private static Map<String, String> cues(DemoTexts words) {
    String address = words.equals(DemoTexts.GERMAN) ? "Sie" : "first name";
    return Map.of("address", address, "language", words.locale());
  }

  static String name(int number, SplittableRandom random, DemoTexts words) {
    String last = DemoTexts.one(words.lastNames(), random);
    if (company(number)) {
      return DemoTexts.one(FIRMS, random) + " " + last + " " + DemoTexts.one(FORMS, random);
    }
    return DemoTexts.one(words.firstNames(), random) + " " + last;
  }

  /** Every fortieth person shares a household's number with the one before. */
  static Optional<String> household(int number) {
    int person = person(number);
    boolean shares = !company(number) && person % 40 < 2 && person < 4_000;
    return shares ? Optional.of("+4917139200" + three(person / 40).substring(1)) : Optional.empty();
  }

  private static List<CustomerRecord.CompanyMembership> works(int number) {
    int person = person(number);
    if (company(number) || person % 8 != 3) {
      return List.of();
    }
    String role =
        List.of("Einkauf", "Geschäftsführung", "Technik", "Buchhaltung").get(person / 8 % 4);
    return List.of(new CustomerRecord.CompanyMembership(customerNumber(person % COMPANIES), role));
  }

  private static int person(int number) {
    return number - COMPANIES;
  }

  private static String mail(String name, int number) {
    String plain = Normalizer.normalize(
            name.toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^a-z0-9]+", ".")
        .replaceAll("^\\.|\\.$", "");
    return plain + number + "@example." + List.of("org", "com", "net").get(number % 3);
  }

  private static String three(int number) {
    return String.format(Locale.ROOT, "%03d", number);
  }
}
