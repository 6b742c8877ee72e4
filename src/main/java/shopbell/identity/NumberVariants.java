package shopbell.identity;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts numbers with two spellings to one, so that both match the same person.
 *
 * <p>Brazil's mobiles have had a ninth digit since 2016 (Anatel, resolution 553); Mexico's needed a 1 behind the
 * country code until 2019 (IFT); Argentina's have a 9 there when called from abroad; the Ivory Coast put two digits
 * before its mobile numbers in 2021 (ARTCI) and Benin in 2024 (ARCEP). Old PBXs and WhatsApp send the other spelling
 * (ITU-T, national numbering plans).
 */
final class NumberVariants {
  private record Rule(Pattern written, String one) {}

  /** Applied to the bare digits of a number. */
  private static final List<Rule> RULES = List.of(
      // 55, area code, and a mobile of eight digits
      new Rule(Pattern.compile("\\+55([1-9]\\d)([6-9]\\d{7})"), "+55$19$2"),
      new Rule(Pattern.compile("\\+521(\\d{10})"), "+52$1"),
      new Rule(Pattern.compile("\\+549(\\d{10})"), "+54$1"),
      // 225: the operator's two digits precede the former eight
      new Rule(Pattern.compile("\\+225([04-9][1-3]\\d{6})"), "+22501$1"),
      new Rule(Pattern.compile("\\+225([04-9][4-6]\\d{6})"), "+22505$1"),
      new Rule(Pattern.compile("\\+225([04-9][7-9]\\d{6})"), "+22507$1"),
      new Rule(Pattern.compile("\\+229([4-9]\\d{7})"), "+22901$1"));

  private NumberVariants() {}

  /** The one spelling of a number in E.164, blanks and punctuation ignored; any other text unchanged. */
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
