package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import shopbell.card.content.CardBuilder;
import shopbell.journey.StepCatalogueReader;
import shopbell.json.Json;
import shopbell.model.card.Card;
import shopbell.model.card.CardTiming;
import shopbell.model.customer.CustomerMatch;

/** A card of a customer with a long history: built, and written as JSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CardMicro {
  private final CardBuilder build =
      new CardBuilder(KnownCustomer.ENGLISH, new StepCatalogue(StepCatalogueReader.read(""), "en"));
  private final CardBuilder.Frame frame = new CardBuilder.Frame(
      Optional.empty(),
      CustomerMatch.unknown(List.of()),
      new CardTiming(Instant.EPOCH, Optional.empty(), Optional.empty()));
  private final RuleInput ruleInput = KnownCustomer.ofALongStory().look();
  private final Card card = think();

  /** See {@link CardBuild#of}. */
  @Benchmark
  public final Card think() {
    return build.insight(frame, ruleInput.summary(), TrailText.NOW).card(Duration.ZERO);
  }

  /** See {@link Json#write}. */
  @Benchmark
  public String write() {
    return Json.write(card);
  }
}
