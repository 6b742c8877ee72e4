package shopbell.identity;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that are written in two ways, brought to one, so that both find the same person.
 *
 * <p>Brazil's mobiles have had a ninth digit since 2016 (Anatel, resolution 553); Mexico's needed a 1 behind the country code
 * until 2019 (IFT); Argentina's have a 9 there when called from abroad (ITU-T E.164, national plans). Old PBXs and WhatsApp
 * send the other spelling.
 */
final class LineVariants {
  private record Rule(Pattern written, String one) {}

  /** What is not a digit between the parts is of the same line; only bare digits are rewritten. */
  private static final List<Rule> RULES = List.of(
      // 55, area code, and a mobile of eight digits
      new Rule(Pattern.compile("\\+55([1-9]\\d)([6-9]\\d{7})"), "+55$19$2"),
      new Rule(Pattern.compile("\\+521(\\d{10})"), "+52$1"),
      new Rule(Pattern.compile("\\+549(\\d{10})"), "+54$1"));

  private LineVariants() {}

  /** The one spelling of a number in E.164, blanks and punctuation aside; any other text as it is. */
  static String one(String number) {
    String bare = number.startsWith("+") ? "+" + number.replaceAll("\\D", "") : number;
    for (Rule rule : RULES) {
      Matcher matcher = rule.written().matcher(bare);
      if (matcher.matches()) {
        return matcher.replaceFirst(rule.one());
      }
    }
    return number;
  }
}
