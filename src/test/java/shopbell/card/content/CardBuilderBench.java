package shopbell.card.content;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.insight.KnownCustomer;
import shopbell.insight.RuleInput;
import shopbell.insight.StepCatalogue;
import shopbell.insight.TrailText;
import shopbell.journey.StepCatalogueReader;
import shopbell.model.card.CardTiming;
import shopbell.model.customer.CustomerMatch;

/** How long building a card takes for a customer with a long history: sixty steps, thirty contacts, ten tickets. */
@Tag("card")
class CardBuilderBench {
  private static final int WARM = 3_000;
  private static final int MEASURED = 3_000;

  @Test
  void aLongStoryIsThoughtThroughQuickly() {
    CardBuilder build = new CardBuilder(
        KnownCustomer.ENGLISH, new StepCatalogue(StepCatalogueReader.read(""), "en"));
    CardBuilder.Frame frame = new CardBuilder.Frame(
        Optional.empty(),
        CustomerMatch.unknown(List.of()),
        new CardTiming(Instant.EPOCH, Optional.empty(), Optional.empty()));
    RuleInput ruleInput = KnownCustomer.ofALongStory().look();
    long[] took = new long[MEASURED];
    for (int i = -WARM; i < MEASURED; i++) {
      long begin = System.nanoTime();
      build.insight(frame, ruleInput.summary(), TrailText.NOW).card(Duration.ZERO);
      if (i >= 0) {
        took[i] = System.nanoTime() - begin;
      }
    }
    Arrays.sort(took);
    System.out.printf(
        "%na card of a long story: median %d µs, p99 %d µs%n",
        took[MEASURED / 2] / 1_000, took[MEASURED * 99 / 100] / 1_000);
    assertTrue(took[MEASURED / 2] < Duration.ofMillis(5).toNanos());
  }
}
