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
import shopbell.journey.StepCatalogueReader;
import shopbell.json.Json;
import shopbell.model.Card;
import shopbell.model.Match;
import shopbell.model.Timing;

/** A card of somebody with a long story: thought through, and written. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CardMicro {
  private final CardBuild build =
      new CardBuild(Acquaintance.ENGLISH, new Catalogue(StepCatalogueReader.read(""), "en"));
  private final CardBuild.Frame frame = new CardBuild.Frame(
      Optional.empty(),
      Match.unknown(List.of()),
      new Timing(Instant.EPOCH, Optional.empty(), Optional.empty()));
  private final Look look = Acquaintance.ofALongStory().look();
  private final Card card = think();

  /** See {@link CardBuild#of}. */
  @Benchmark
  public final Card think() {
    return build.thought(frame, look.summary(), Trails.NOW).card(Duration.ZERO);
  }

  /** See {@link Json#write}. */
  @Benchmark
  public String write() {
    return Json.write(card);
  }
}
