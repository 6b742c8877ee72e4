package shopbell.card.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shopbell.insight.KnownCustomer;
import shopbell.insight.TrailText;
import shopbell.model.card.Card;
import shopbell.model.card.CardTiming;
import shopbell.model.card.ContactReason;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.customer.Friction;

/** Invariants of every card. */
class CardBuilderTest {
  private static final CardBuilder BUILD =
      new CardBuilder(KnownCustomer.ENGLISH, KnownCustomer.CATALOGUE);

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private static Card card(KnownCustomer somebody) {
    CardBuilder.Frame frame = new CardBuilder.Frame(
        Optional.empty(),
        CustomerMatch.unknown(List.of()),
        new CardTiming(Instant.EPOCH, Optional.empty(), Optional.empty()));
    return BUILD.insight(frame, somebody.look().summary(), TrailText.NOW).card(Duration.ZERO);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theCardKeepsItsRulesForEveryCustomer(long seed) {
    Card card = card(KnownCustomer.random(new SplittableRandom(seed)));
    double all =
        card.insight().reason().stream().mapToDouble(ContactReason::weight).sum();
    assertTrue(card.insight().reason().size() <= 3 && all <= 1, "weights add up to " + all);
    assertEquals(
        card.insight().reason().size(),
        card.insight().reason().stream().map(ContactReason::topic).distinct().count());
    List<Friction> friction = card.insight().friction();
    for (int i = 1; i < friction.size(); i++) {
      assertTrue(friction.get(i - 1).severity().compareTo(friction.get(i).severity()) >= 0);
    }
    for (Friction one : friction) {
      assertFalse(one.evidence().isBlank() || one.evidence().contains("{"), one.evidence());
      assertFalse(one.at().isAfter(TrailText.NOW), one.kind());
    }
    assertTrue(card.insight().effort().last7Days().attempts()
            <= card.insight().effort().last30Days().attempts()
        && card.insight().effort().last7Days().minutes()
            <= card.insight().effort().last30Days().minutes());
  }
}
