package shopbell.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shopbell.insight.ContactReasons;
import shopbell.insight.KnownCustomer;
import shopbell.insight.LifecycleStages;
import shopbell.insight.RuleInput;
import shopbell.model.FeedbackKind;
import shopbell.model.Priority;
import shopbell.model.card.SuggestedAction;

class NextBestActionsTest {
  private static List<SuggestedAction> steps(KnownCustomer somebody) {
    RuleInput ruleInput = somebody.look();
    return NextBestActions.of(
        ruleInput,
        ContactReasons.of(ruleInput, shopbell.insight.LearnedReasons.stated()).likeliest(),
        LifecycleStages.of(ruleInput));
  }

  /** Kind, and after a stroke why not. */
  private static List<String> kinds(KnownCustomer somebody) {
    return steps(somebody).stream()
        .map(a -> a.kind() + a.veto().map(why -> " / " + why).orElse(""))
        .toList();
  }

  @Test
  void aCustomerWithAPurchaseMayGetAnOffer() {
    assertEquals(List.of("offer"), kinds(new KnownCustomer().bought("B1", "40d")));
  }

  @Test
  void aFanIsAskedForAReference() {
    assertEquals(
        List.of("reference"),
        kinds(new KnownCustomer()
            .bought("B1", "40d")
            .bought("B2", "50d")
            .bought("B3", "60d")
            .rated(FeedbackKind.NPS, 10, "30d")));
  }

  @Test
  void strangersAreSoldNothing() {
    assertEquals(List.of(), kinds(new KnownCustomer().visited("product.viewed", "4d")));
  }

  @Test
  void nothingIsSoldWhileACriticalTicketIsOpen() {
    assertEquals(
        List.of(
            "ticket-critical",
            "offer / No offer: critical ticket #7 Lamp flickers open for 4 days"),
        kinds(new KnownCustomer().bought("B1", "40d").asked("7", Priority.CRITICAL, "4d")));
  }

  @Test
  void nothingIsSoldToACustomerWithABrokenPromise() {
    assertEquals(
        List.of("promise-broken", "offer / No offer: “Call back” not kept for 3 h"),
        kinds(new KnownCustomer().promised("Call back", "3h", "")));
  }

  @Test
  void nothingIsSoldToTheUnhappyForNinetyDays() {
    assertEquals(
        List.of("unhappy", "offer / No offer: last NPS was 4"),
        kinds(new KnownCustomer().bought("B1", "40d").rated(FeedbackKind.NPS, 4, "80d")));
    assertEquals(
        List.of("offer"),
        kinds(new KnownCustomer().bought("B1", "40d").rated(FeedbackKind.NPS, 4, "100d")));
  }

  @Test
  void thereAreAtMostThreeStepsBesideTheVeto() {
    assertEquals(
        4,
        steps(new KnownCustomer()
                .promised("Call back", "3h", "")
                .asked("7", Priority.CRITICAL, "4d")
                .parcel("P1", "2d", "")
                .visited("checkout.abandoned", "2h")
                .rated(FeedbackKind.CSAT, 1, "1d"))
            .size());
  }
}
