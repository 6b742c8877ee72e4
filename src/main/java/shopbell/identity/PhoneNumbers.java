package shopbell.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts numbers as PBXs write them to E.164. */
public final class PhoneNumbers {
  /** Values sent in place of a withheld number; the numbers spell ANONYMOUS and the like (Twilio's docs). */
  private static final Set<String> WITHHELD = Set.of(
      "anonymous",
      "unknown",
      "<unknown>",
      "restricted",
      "private",
      "unavailable",
      "withheld",
      "blocked",
      "anonym",
      "unterdrückt",
      "asserted",
      "no caller id",
      "+266696687",
      "266696687",
      "+7378742883",
      "+2562533",
      "+8656696",
      "+86282452253");

  private static final Pattern NAMED = Pattern.compile("^[^<]*<([^>]+)>$");
  private static final Pattern NO_DIGIT = Pattern.compile("\\D");
  private static final Pattern SCHEME =
      Pattern.compile("^(sips?|tel|whatsapp|sms|callto):", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_NUMBER =
      Pattern.compile("^(client|messenger|conference|user|sim):.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern TRUNK_ZERO = Pattern.compile("^(\\+[\\s\\d]+?)\\(0\\)");
  private static final int SHORTEST = 5;
  private static final int LONGEST = 60;

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final String country;
  private final String outsideLine;

  /** {@code country} is the country of numbers without a country code: two capital letters of ISO 3166. */
  public PhoneNumbers(String country) {
    this(country, "");
  }

  private PhoneNumbers(String country, String outsideLine) {
    this.country = country;
    this.outsideLine = outsideLine;
  }

  /** The same for a telephone system that dials {@code digits} before every outside number. */
  PhoneNumbers behind(String digits) {
    return new PhoneNumbers(country, digits);
  }

  /** Whether {@code raw} stands for a withheld number. */
  public boolean withheld(String raw) {
    String bare = unwrapped(raw);
    return bare.isEmpty()
        || WITHHELD.contains(bare.toLowerCase(Locale.ROOT))
        || WITHHELD.contains(raw.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * In E.164; empty when withheld, internal (fewer than five digits) or not a number at all. Of a line with an old and a new
   * spelling (Brazil's ninth digit, Mexico's 1, Argentina's 9) it is the one of {@link NumberVariants}.
   */
  public Optional<String> e164(String raw) {
    return read(raw).filter(number -> library.isPossibleNumber(number)).map(this::format);
  }

  /** The E.164 form of a number that is valid in the numbering plan of its country; empty for any other. */
  Optional<String> valid(String raw) {
    return read(raw).filter(library::isValidNumber).map(this::format);
  }

  /** Grouped as its country does, such as {@code +49 221 4710334}; a text that is no E.164 number stays as it is. */
  public static String grouped(String e164) {
    if (!e164.startsWith("+")) {
      return e164;
    }
    try {
      PhoneNumberUtil library = PhoneNumberUtil.getInstance();
      return library.format(library.parse(e164, "ZZ"), PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return e164;
    }
  }

  private Optional<PhoneNumber> read(String raw) {
    if (raw.length() > LONGEST * 4
        || withheld(raw)
        || NO_NUMBER.matcher(raw.strip()).matches()) {
      return Optional.empty();
    }
    String text = outside(unwrapped(PhoneField.plain(raw)));
    text = text.startsWith("00") ? "+" + text.substring(2).strip() : text;
    String digits = NO_DIGIT.matcher(text).replaceAll("");
    if (digits.length() < SHORTEST || text.length() > LONGEST) {
      return Optional.empty();
    }
    return number(text, digits);
  }

  /**
   * Removes the prefix of the outside line, if the rest is a number as it is dialled: with its plus or trunk prefix if
   * there is one.
   */
  private String outside(String text) {
    if (outsideLine.isEmpty() || !text.startsWith(outsideLine)) {
      return text;
    }
    String dialled = text.substring(outsideLine.length()).strip();
    boolean trunk = "0".equals(library.getNddPrefixForRegion(country, true));
    boolean whole = trunk
        ? dialled.startsWith("0") || dialled.startsWith("+") || dialled.startsWith("(0")
        : dialled.startsWith("+")
            || parsed(dialled).filter(library::isValidNumber).isPresent();
    return whole ? dialled : text;
  }

  /**
   * Accepts numbers without a plus, as many PBXs send them. In countries with a trunk prefix, a number without it is
   * international if that is valid; elsewhere only if it begins with the country's own code or is invalid at home. Our
   * own country code is never added to a number that neither has that prefix nor is valid here.
   */
  private Optional<PhoneNumber> number(String text, String digits) {
    if (text.startsWith("+")) {
      return international(text);
    }
    boolean trunk = "0".equals(library.getNddPrefixForRegion(country, true));
    // the trunk prefix marks a national number, even in a range newer than the metadata
    boolean national = trunk && digits.startsWith("0");
    Optional<PhoneNumber> here =
        parsed(text).filter(number -> national || library.isValidNumber(number));
    Optional<PhoneNumber> abroad = international("+" + digits).filter(library::isValidNumber);
    boolean own = digits.startsWith(Integer.toString(library.getCountryCodeForRegion(country)));
    boolean asDialled = trunk ? national : here.isPresent() && !own;
    return asDialled && here.isPresent() ? here : abroad.or(() -> here);
  }

  /** {@code +49 (0)221} drops its zero and {@code +39 (0)6} keeps it: the numbering plan decides which is valid. */
  private Optional<PhoneNumber> international(String text) {
    Matcher zero = TRUNK_ZERO.matcher(text);
    if (!zero.find()) {
      return parsed(NumberVariants.one(text));
    }
    Optional<PhoneNumber> kept = parsed(zero.replaceFirst("$10")).filter(library::isValidNumber);
    return kept.or(() -> parsed(NumberVariants.one(zero.replaceFirst("$1"))));
  }

  private String format(PhoneNumber number) {
    return NumberVariants.one(library.format(number, PhoneNumberFormat.E164));
  }

  private Optional<PhoneNumber> parsed(String text) {
    try {
      return Optional.of(library.parse(text, country));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** The number inside {@code "Name" <sip:number@host;params>} and the like. */
  private static String unwrapped(String raw) {
    String text = raw.strip();
    Matcher named = NAMED.matcher(text);
    if (named.matches()) {
      text = named.group(1).strip();
    }
    Matcher scheme = SCHEME.matcher(text);
    if (scheme.find()) {
      text = text.substring(scheme.end())
          .replaceFirst("[@;?].*$", "")
          .replace("%2B", "+")
          .replace("%2b", "+");
    }
    int at = text.indexOf('@');
    return (at < 0 ? text : text.substring(0, at)).strip();
  }
}
