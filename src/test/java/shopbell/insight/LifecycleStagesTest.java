package shopbell.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shopbell.model.FeedbackKind;
import shopbell.model.Priority;

class LifecycleStagesTest {
  private static KnownCustomer buyer(int orders) {
    KnownCustomer buyer = new KnownCustomer();
    for (int i = 0; i < orders; i++) {
      buyer.bought("B" + i, (40 + i) + "d");
    }
    return buyer;
  }

  static Stream<Arguments> people() {
    return Stream.of(
        arguments(new KnownCustomer(), "nothing"),
        arguments(new KnownCustomer().asked("1", Priority.LOW, "1d"), "nothing"),
        arguments(new KnownCustomer().visited("page.viewed", "1d"), "awareness: Page viewed"),
        arguments(new KnownCustomer().visited("Product Viewed", "1d"), "interest: Product Viewed"),
        arguments(
            new KnownCustomer().visited("page.viewed", "1d").visited("page.viewed", "3d"),
            "interest: 2 visits"),
        arguments(
            new KnownCustomer().visited("page.viewed", "1h").visited("cart.added", "3d"),
            "preference: Cart added"),
        arguments(
            new KnownCustomer().visited("checkout.abandoned", "3d"),
            "preference: Checkout abandoned"),
        arguments(buyer(1).visited("cart.added", "3d"), "purchase: one order"),
        arguments(buyer(3), "loyalty: 3 orders"),
        arguments(buyer(3).rated(FeedbackKind.NPS, 8, "1d"), "loyalty: 3 orders"),
        arguments(buyer(3).rated(FeedbackKind.NPS, 9, "1d"), "advocacy: 3 orders, NPS 9"),
        arguments(buyer(1).rated(FeedbackKind.NPS, 9, "1d"), "purchase: one order"),
        arguments(buyer(1).visited("referral.made", "90d"), "advocacy: Referral made"),
        arguments(new KnownCustomer().visited("referral.made", "9d"), "awareness: Referral made"));
  }

  @ParameterizedTest
  @MethodSource("people")
  void theFarthestStageHoldsAndSaysWhy(KnownCustomer somebody, String standing) {
    assertEquals(
        standing,
        LifecycleStages.of(somebody.look())
            .map(s -> s.stage() + ": " + KnownCustomer.ENGLISH.say(s.because()))
            .orElse("nothing"));
  }
}
