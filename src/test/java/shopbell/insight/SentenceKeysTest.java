package shopbell.insight;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shopbell.i18n.Words;

/** Each reason of the table has its heading, its evidence and its next step in both languages. */
class SentenceKeysTest {
  static Stream<String> kinds() {
    return Stream.concat(
            Arrays.stream(SignalPriors.values()).map(SentenceKeysTest::shown),
            Stream.of("contact-recent", "payment-failed"))
        .distinct();
  }

  /** What is learned by several names is shown by one. */
  private static String shown(SignalPriors signalPriors) {
    return switch (signalPriors) {
      case ABOUT_DELIVERY, ABOUT_RETURN, ABOUT_INVOICE -> "looked-up";
      case CHECKOUT_HOUR, CHECKOUT_WEEK -> "checkout-abandoned";
      case CONTACT_WEEK -> "contact-recent";
      default -> signalPriors.signal();
    };
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aReasonIsSaidInBothLanguages(String kind) {
    for (Locale locale : new Locale[] {Locale.GERMAN, Locale.ENGLISH}) {
      Words words = new Words(locale, ZoneOffset.UTC);
      for (String key : new String[] {"why." + kind, "why." + kind + ".evidence", "do." + kind}) {
        assertDoesNotThrow(() -> words.say(key, 1, 1, 1, 1), key);
      }
    }
  }
}
