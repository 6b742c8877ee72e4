package shopbell.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shopbell.model.FeedbackKind;
import shopbell.model.Priority;
import shopbell.prediction.NaiveBayes;

/** The order and the certainty of reasons: conclusive evidence comes before every prediction, whatever was learned. */
class ReasonOrderTest {
  /** A model of contacts that were always about another reason: as wrong as learning can be. */
  private static final NaiveBayes MISLED =
      ContactReasons.learned(Stream.generate(() -> new NaiveBayes.Example(
              java.util.Set.of(
                  "ticket-critical", "checkout-abandoned", "page-error", "parcel-failed"),
              "advice"))
          .limit(300)
          .toList());

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
        arguments(paid("8m", "9m", "10m"), "payment-failed sure"),
        arguments(
            paid("8m", "9m", "10m").asked("7", Priority.CRITICAL, "4d"), "payment-failed sure"),
        arguments(paid("8m"), "page-error perhaps"),
        arguments(
            new KnownCustomer().visited("checkout.abandoned", "5m"), "checkout-abandoned sure"),
        arguments(
            new KnownCustomer().visited("checkout.abandoned", "3d"), "checkout-abandoned perhaps"),
        arguments(
            new KnownCustomer().asked("7", Priority.CRITICAL, "4d").visited("returns.viewed", "1h"),
            "ticket-critical sure"),
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
    for (NaiveBayes learned : List.of(ContactReasons.learned(List.of()), MISLED)) {
      String shown = ContactReasons.of(somebody.look(), learned).owedFirst().stream()
          .findFirst()
          .map(one -> one.kind() + " " + one.certainty())
          .orElse("nothing");
      if (learned != MISLED || first.endsWith("sure")) {
        assertEquals(first, shown);
      }
    }
  }
}
