package shopbell.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.model.FeedbackKind;
import shopbell.model.Priority;
import shopbell.model.card.ContactReason;

class ContactReasonsTest {
  private static final LearnedReasons STATED = LearnedReasons.stated();

  private static List<ContactReason> of(KnownCustomer somebody) {
    return ContactReasons.of(somebody.look(), STATED).likeliest();
  }

  private static List<String> kinds(List<ContactReason> reasons) {
    return reasons.stream().map(ContactReason::kind).toList();
  }

  private static KnownCustomer troubled() {
    return new KnownCustomer()
        .promised("Call back", "3h", "")
        .asked("7", Priority.CRITICAL, "4d")
        .parcel("P1", "2d", "")
        .visited("checkout.abandoned", "2h");
  }

  @Test
  void nothingIsGuessedWhereNothingHappened() {
    assertEquals(List.of(), of(new KnownCustomer()));
  }

  @Test
  void atMostThreeAreShownAndTheirProbabilitiesAddUpToAtMostOne() {
    List<ContactReason> reasons = of(troubled());
    assertEquals(3, reasons.size());
    assertEquals("promise-broken", reasons.get(0).kind());
    assertTrue(reasons.stream().mapToDouble(ContactReason::weight).sum() <= 1);
  }

  @Test
  void eachSaysWhatItRestsOn() {
    assertEquals(
        List.of("“Call back” – overdue for 3 h"),
        of(new KnownCustomer().promised("Call back", "3h", "")).stream()
            .map(ContactReason::evidence)
            .toList());
    assertEquals(
        "#7 Lamp flickers – open for 4 days",
        of(new KnownCustomer().asked("7", Priority.CRITICAL, "4d")).get(0).evidence());
  }

  @Test
  void ofOneTopicTheWeightiestClueIsShown() {
    assertEquals(
        List.of("ticket-critical"),
        kinds(of(new KnownCustomer()
            .asked("8", Priority.NORMAL, "1d")
            .asked("7", Priority.CRITICAL, "4d"))));
  }

  @Test
  void aPromiseThatIsDueTodayStandsFirstHoweverUnlikely() {
    KnownCustomer somebody =
        new KnownCustomer().promised("Call back", "-2h", "").asked("7", Priority.CRITICAL, "4d");
    assertEquals(List.of("ticket-critical", "promise-due"), kinds(of(somebody)));
    List<ContactReason> shown = ContactReasons.of(somebody.look(), STATED).owedFirst();
    assertEquals(List.of("promise-due", "ticket-critical"), kinds(shown));
    assertEquals(List.of(true, false), shown.stream().map(ContactReason::owed).toList());
  }

  @Test
  void dutiesAreShownEvenIfThreePredictionsAreLikelier() {
    KnownCustomer somebody = new KnownCustomer()
        .promised("Call back", "-2h", "")
        .asked("7", Priority.CRITICAL, "4d")
        .parcel("P1", "2d", "")
        .visited("checkout.abandoned", "2h");
    assertEquals(
        List.of("ticket-critical", "checkout-abandoned", "parcel-late"), kinds(of(somebody)));
    assertEquals(
        List.of("promise-due", "ticket-critical", "checkout-abandoned"),
        kinds(ContactReasons.of(somebody.look(), STATED).owedFirst()));
  }

  @Test
  void aPromiseOfTomorrowIsNoReasonYet() {
    assertEquals(List.of(), of(new KnownCustomer().promised("Call back", "-30h", "")));
    assertEquals(List.of(), of(new KnownCustomer().promised("Call back", "1h", "2h")));
  }

  @Test
  void oneContactOfTheWeekIsNoHabitYet() {
    ContactReason recent =
        of(new KnownCustomer().spoke("resolved", "delivery", "2d")).get(0);
    assertEquals(
        "contact-recent: one contact in seven days", recent.kind() + ": " + recent.evidence());
    ContactReason repeated = of(new KnownCustomer()
            .spoke("resolved", "delivery", "2d")
            .spoke("resolved", "invoice", "3d")
            .spoke("resolved", "return", "4d"))
        .get(0);
    assertEquals(
        "contact-repeated: 3 contacts in seven days", repeated.kind() + ": " + repeated.evidence());
  }

  @Test
  void whatWasReadAboutIsAReasonByTheCataloguesWord() {
    ContactReason contactReason =
        of(new KnownCustomer().visited("Returns Viewed", "5h")).get(0);
    assertEquals("looked-up", contactReason.kind());
    assertEquals("return", contactReason.topic());
    assertEquals("Read about returns 5 h ago", contactReason.evidence());
  }

  @ParameterizedTest
  @ValueSource(strings = {"order.cancelled", "order.returned"})
  void anOrderThatWasUndoneLetsTheMoneyBeAskedFor(String step) {
    KnownCustomer somebody = new KnownCustomer().undone(step, "B7 · 89.90 EUR", "9d");
    ContactReason reason = of(somebody).get(0);
    assertEquals("refund-expected", reason.kind());
    assertEquals("return", reason.topic());
    assertEquals("B7 · €89.90 – ordered 9 days ago, no refund known", reason.evidence());
  }

  @Test
  void noMoneyIsAskedForAfterARefundOrLongAfterTheOrder() {
    assertEquals(
        List.of(),
        of(new KnownCustomer()
            .undone("order.returned", "B7", "9d")
            .undone("order.refunded", "B8", "2d")));
    assertEquals(List.of(), of(new KnownCustomer().undone("order.cancelled", "B7", "31d")));
  }

  @Test
  void signalsTellWhatIsThereAndHowWellWeKnowEachOther() {
    assertEquals(
        "[last-delivery, orders-few, own-delivery, parcel-there, share-delivery, unhappy]",
        ContactReasons.of(
                new KnownCustomer()
                    .bought("B1", "20d")
                    .spoke("resolved", "delivery", "12d")
                    .parcel("P1", "3d", "1d")
                    .rated(FeedbackKind.NPS, 3, "10d")
                    .look(),
                STATED)
            .features()
            .keySet()
            .toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void everyKindHasItsWordsAndItsNextStep(String language) {
    java.util.ResourceBundle words = java.util.ResourceBundle.getBundle(
        "words.words", java.util.Locale.forLanguageTag(language));
    for (SignalPriors signalPriors : SignalPriors.values()) {
      String kind = signalPriors.signal();
      String shown = kind.startsWith("about-")
          ? "looked-up"
          : kind.equals("checkout-week")
              ? "checkout-abandoned"
              : kind.equals("checkout-hour")
                  ? "checkout-abandoned"
                  : kind.equals("contact-week") ? "contact-recent" : kind;
      for (String key : List.of("why." + shown, "why." + shown + ".evidence", "do." + shown)) {
        assertTrue(words.containsKey(key), key);
      }
    }
    SignalPriors.TOPICS.forEach(topic -> assertTrue(words.containsKey("topic." + topic), topic));
  }
}
