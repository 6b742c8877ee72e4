package shopbell.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.i18n.Words;
import shopbell.model.Severity;
import shopbell.model.customer.Friction;

class FrictionRulesTest {
  private static final Words ENGLISH = new Words(Locale.ENGLISH, ZoneOffset.UTC);

  private static Optional<FrictionFinding> seen(String kind, String line) {
    return FrictionRules.seen(TrailText.of(line)).stream()
        .filter(f -> f.kind().equals(kind))
        .findFirst();
  }

  private static void expect(String kind, String line, boolean there) {
    assertEquals(there, seen(kind, line).isPresent(), kind + ": " + line);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      payment.failed 5m, payment.failed 3m, payment.failed 1m                       | true
      payment.attempted 5m, payment.attempted 3m, payment.attempted 1m              | true
      payment.failed 3m, payment.failed 1m                                          | false
      product.viewed 5m, product.viewed 3m, product.viewed 2m, product.viewed 1m    | false
      payment.failed 3h, payment.failed 2h, payment.failed 1h                       | false
      login.failed 5m, payment.failed 3m, login.failed 1m                           | false
      payment.failed 8d, payment.failed 8d, payment.failed 8d                       | false
      """)
  void aStepIsTriedAgainWhenItIsStrivenForThreeTimesInOneVisit(String line, boolean there) {
    expect("tried-again", line, there);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      checkout.abandoned 2h                             | true
      checkout.abandoned 8d                             | false
      checkout.abandoned 2h, order 1h                   | false
      checkout.abandoned 3d, order 1d                   | true
      checkout.started 2h                               | true
      checkout.started 10m                              | false
      checkout.started 2h, checkout.completed 1h        | false
      form.started 2h, checkout.completed 1h            | true
      product.viewed 2h                                 | false
      """)
  void whatIsLeftOnTheWayIsAbandonedUnlessItIsDoneLater(String line, boolean there) {
    expect("abandoned", line, there);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      page.error 2h       | true
      payment.declined 6d | true
      page.error 8d       | false
      page.viewed 2h      | false
      """)
  void anErrorOfTheLastWeekIsSeen(String line, boolean there) {
    expect("error-page", line, there);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      now call, chat 2h                                     | true
      now call, call 2h                                     | false
      chat 2h, call 1d                                      | true
      chat 2h about delivery, call 1d about delivery        | true
      chat 2h about delivery, call 1d about invoice         | false
      now call, chat 4d                                     | false
      now chat, call 1h gave up 1m                          | false
      now call, ticket 1d                                   | true
      now call, call 1d, ticket 1435m                       | false
      """)
  void theSameQuestionOnSeveralChannelsIsAskedAgain(String line, boolean there) {
    expect("asked-again", line, there);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      call 2h waited 2m                       | INFO
      call 2h waited 5m                       | WARNING
      call 2h waited 3m, call 1d waited 2m    | WARNING
      call 2h gave up 3m                      | INFO
      call 2h waited 1m, call 1d waited 1m    |
      call 8d waited 9m                       |
      """)
  void waitingBeginsAtTwoMinutesAndIsBadFromFiveInAWeek(String line, Severity severity) {
    assertEquals(
        Optional.ofNullable(severity), seen("waited", line).map(FrictionFinding::severity), line);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      call 2h handed 1                        | INFO
      call 2h handed 2                        | WARNING
      call 2h handed 1, call 3d handed 1      | WARNING
      call 8d handed 3                        |
      call 2h                                 |
      """)
  void beingHandedOnTwiceInAWeekIsAWarning(String line, Severity severity) {
    assertEquals(
        Optional.ofNullable(severity),
        seen("transferred", line).map(FrictionFinding::severity),
        line);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      now call, help.viewed 1h            | true
      now call, help.viewed 3h            | false
      now call, payment.failed 20h        | true
      now call, payment.failed 25h        | false
      now call, checkout.started 2h       | true
      now call, product.viewed 5m         | false
      call 1h, help.viewed 2h             | true
      call 2h, help.viewed 1h             | false
      help.viewed 1h                      | false
      """)
  void aContactSoonAfterHelpOrFailureIsAFailedSelfService(String line, boolean there) {
    expect("self-service-failed", line, there);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      now call, call 1h gave up 1m                    | true
      now call, call 24h gave up 1m                   | true
      now call, call 25h gave up 1m                   | false
      now call, call 1h, call 2h gave up 1m           | false
      call 1h, call 2h gave up 1m                     | true
      call 1h gave up 1m                              | false
      """)
  void callingAfterOnesOwnAbandonedCallIsCallingAgain(String line, boolean there) {
    expect("called-again", line, there);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      promise 1h          | true
      promise -1h         | false
      promise 1h kept     | false
      """)
  void aPromiseIsBrokenOnceItsTimeHasPassed(String line, boolean there) {
    expect("promise-broken", line, there);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      parcel 1h           | true
      parcel -1h          | false
      there 1d 3d         | true
      there 3d 1d         | false
      there 9d 12d        | false
      """)
  void aParcelIsLateAfterThePromisedDay(String line, boolean there) {
    expect("parcel-late", line, there);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ticket 9d idle 6d       | WARNING
      ticket 9d idle 4d       |
      ticket 1d due 1h        | WARNING
      ticket 1d due -1h       |
      ticket 9d critical      | CRITICAL
      ticket 9d closed        |
      """)
  void anOpenTicketWaitsWhenItIsDueOrUntouchedForFiveDays(String line, Severity severity) {
    assertEquals(
        Optional.ofNullable(severity),
        seen("ticket-waits", line).map(FrictionFinding::severity),
        line);
  }

  @Test
  void aTicketThatWaitsSaysHowLongItIsOpenWheneverItWasTouched() {
    FrictionFinding waits = seen("ticket-waits", "ticket 9d idle 6d").orElseThrow();
    assertEquals(Duration.ofDays(9), waits.facts().get(1));
  }

  @Test
  void nothingHurtsWhereNothingHappened() {
    assertTrue(FrictionRules.seen(TrailText.of("")).isEmpty());
  }

  @Test
  void theHardestComesFirstAndSaysWhatItRestsOn() {
    List<Friction> all = FrictionRules.of(
        TrailText.of("now call, promise 3h, call 2h waited 6m, call 1d handed 1, chat 2d"),
        ENGLISH);
    assertEquals(
        List.of("promise-broken", "asked-again", "waited", "transferred"),
        all.stream().map(Friction::kind).toList());
    assertEquals("“Call back” – overdue for 3 h", all.get(0).evidence());
    assertEquals("call, chat within three days", all.get(1).evidence());
    assertEquals("6 min in one contact", all.get(2).evidence());
    assertEquals(
        List.of(TrailText.id("call 2h waited 6m").toString()), all.get(2).items());
  }

  /** Every rule must have words in both languages, for every finding. */
  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void everyRuleHasItsWords(String language) {
    Words words = new Words(Locale.forLanguageTag(language), ZoneOffset.UTC);
    RecentActivity everything =
        TrailText.of("now call, chat 2h waited 9m, call 1d handed 2, promise 1h,"
            + " parcel 1d, ticket 9d, payment.failed 5m, payment.failed 4m, payment.failed 3m,"
            + " checkout.abandoned 1h");
    RecentActivity again = TrailText.of("now call, call 1h gave up 3m");
    TreeSet<String> kinds = new TreeSet<>();
    for (RecentActivity recentActivity : List.of(everything, again)) {
      for (Friction friction : FrictionRules.of(recentActivity, words)) {
        kinds.add(friction.kind());
        assertFalse(friction.evidence().matches(".*[{}].*|.*null.*"), friction.evidence());
      }
    }
    assertEquals(
        "abandoned asked-again called-again error-page parcel-late promise-broken"
            + " self-service-failed ticket-waits transferred tried-again waited",
        kinds.stream().collect(Collectors.joining(" ")));
  }
}
