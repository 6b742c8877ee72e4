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

/** Numbers as PBXs write them, to E.164. */
public final class PhoneNumbers {
  /** What stands in place of a number that is withheld; the numbers spell ANONYMOUS and the like (Twilio's docs). */
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
  private static final Pattern INTERNATIONAL_ZERO = Pattern.compile("^(\\+|00)([\\s\\d]+?)\\(0\\)");
  private static final int SHORTEST = 5;
  private static final int LONGEST = 60;

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final String country;

  /** {@code country} is where a number without country code lives: two capital letters of ISO 3166. */
  public PhoneNumbers(String country) {
    this.country = country;
  }

  /** Whether {@code raw} says that there is no number to see. */
  public boolean withheld(String raw) {
    String bare = unwrapped(raw);
    return bare.isEmpty()
        || WITHHELD.contains(bare.toLowerCase(Locale.ROOT))
        || WITHHELD.contains(raw.strip().toLowerCase(Locale.ROOT));
  }

  /** In E.164; empty when withheld, internal (fewer than five digits) or not a number at all. */
  public Optional<String> e164(String raw) {
    if (raw.length() > LONGEST * 4
        || withheld(raw)
        || NO_NUMBER.matcher(raw.strip()).matches()) {
      return Optional.empty();
    }
    String text = INTERNATIONAL_ZERO.matcher(unwrapped(raw)).replaceFirst("$1$2");
    text = text.startsWith("00") ? "+" + text.substring(2) : text;
    String digits = NO_DIGIT.matcher(text).replaceAll("");
    if (digits.length() < SHORTEST || text.length() > LONGEST) {
      return Optional.empty();
    }
    return number(text, digits).filter(library::isPossibleNumber).map(this::format);
  }

  /**
   * Many PBXs leave the plus away. Where national numbers begin with a trunk prefix, one without it is international if
   * it can be; elsewhere only if it begins with the country's own code or is nothing at home.
   */
  private Optional<PhoneNumber> number(String text, String digits) {
    Optional<PhoneNumber> here = parsed(text);
    if (text.startsWith("+")) {
      return here;
    }
    Optional<PhoneNumber> abroad = parsed("+" + digits).filter(library::isValidNumber);
    boolean trunk = "0".equals(library.getNddPrefixForRegion(country, true));
    boolean own = digits.startsWith(Integer.toString(library.getCountryCodeForRegion(country)));
    boolean valid = here.filter(library::isValidNumber).isPresent();
    boolean asDialled = trunk ? digits.startsWith("0") : valid && !own;
    return asDialled && valid ? here : abroad.or(() -> here);
  }

  private String format(PhoneNumber number) {
    return library.format(number, PhoneNumberFormat.E164);
  }

  private Optional<PhoneNumber> parsed(String text) {
    try {
      return Optional.of(library.parse(text, country));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** What is inside of {@code "Name" <sip:number@host;params>} and the like. */
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
