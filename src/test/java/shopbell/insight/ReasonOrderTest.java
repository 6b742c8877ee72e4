package shopbell.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shopbell.model.FeedbackKind;
import shopbell.model.Priority;
import shopbell.prediction.reason.LabelledContact;
import shopbell.prediction.reason.ReasonFit;

/** The order and the certainty of reasons: what the company owes comes before every prediction, whatever was learned. */
class ReasonOrderTest {
  /** A model of contacts that were always about another reason: as wrong as learning can be. */
  private static final LearnedReasons MISLED = new LearnedReasons(
      ReasonFit.learned(
          LearnedReasons.stated().model(),
          Collections.nCopies(
              300,
              new LabelledContact(
                  Map.of(
                      "ticket-critical",
                      1.0,
                      "checkout-hour",
                      1.0,
                      "payment-failed",
                      1.0,
                      "parcel-failed",
                      1.0),
                  "advice"))),
      Map.of(),
      false);

  private static KnownCustomer paid(String... ago) {
    KnownCustomer somebody = new KnownCustomer();
    for (String at : ago) {
      somebody.visited("payment.failed", at);
    }
    return somebody;
  }

  static Stream<Arguments> situations() {
    return Stream.of(
        arguments(new KnownCustomer(), "nothing"),
        arguments(paid("8m", "9m", "10m"), "payment-failed likely"),
        arguments(
            paid("8m", "9m", "10m").asked("7", Priority.CRITICAL, "4d"), "payment-failed likely"),
        arguments(paid("8m"), "page-error likely"),
        arguments(
            new KnownCustomer().visited("checkout.abandoned", "5m"), "checkout-abandoned likely"),
        arguments(
            new KnownCustomer().visited("checkout.abandoned", "3d"), "checkout-abandoned perhaps"),
        arguments(
            new KnownCustomer().asked("7", Priority.CRITICAL, "4d").visited("returns.viewed", "1h"),
            "ticket-critical likely"),
        arguments(
            new KnownCustomer()
                .promised("Call back", "3h", "")
                .asked("7", Priority.CRITICAL, "4d")
                .visited("checkout.abandoned", "5m"),
            "promise-broken sure"),
        arguments(
            new KnownCustomer()
                .spoke("resolved", "delivery", "2d")
                .rated(FeedbackKind.NPS, 9, "9d"),
            "contact-recent perhaps"));
  }

  @ParameterizedTest
  @MethodSource("situations")
  void sureEvidenceStandsFirst(KnownCustomer somebody, String first) {
    for (LearnedReasons learned : List.of(LearnedReasons.stated(), MISLED)) {
      String shown = ContactReasons.of(somebody.look(), learned).owedFirst().stream()
          .findFirst()
          .map(one -> one.kind() + " " + one.certainty())
          .orElse("nothing");
      if (!learned.equals(MISLED) || first.endsWith("sure")) {
        assertEquals(first, shown);
      }
    }
  }
}
