package shopbell.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import shopbell.model.CustomerKind;
import shopbell.model.HandleKind;

/** The cost of each event before the lookup, and of each answer of the database after it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class IdentityMicro {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

  /** Numbers as doors receive them: as stored, as dialled at home, wrapped as in telephony. */
  @State(Scope.Benchmark)
  public static class Dialled {
    @Param({"+4922147110", "0221 / 471-10", "\"Falk\" <sip:+4922147110@pbx.example;user=phone>"})
    public String number = "";
  }

  private final PhoneNumbers numbers = new PhoneNumbers("DE");
  private final List<HandleEvidence> evidence = evidence(10);

  /** See {@link PhoneNumbers#e164}. */
  @Benchmark
  public Object number(Dialled dialled) {
    return numbers.e164(dialled.number);
  }

  /** Ten candidates, as behind the number of a firm. */
  @Benchmark
  public Object score() {
    return CandidateScoring.of(evidence, List.of(), NOW);
  }

  private static List<HandleEvidence> evidence(int holders) {
    List<HandleEvidence> all = new ArrayList<>();
    for (int i = 1; i <= holders; i++) {
      UUID customer = new UUID(0, i);
      HandleEvidence.Hold hold = new HandleEvidence.Hold(
          HandleKind.PHONE,
          "+4922147110",
          false,
          false,
          true,
          false,
          holders,
          i % 3,
          i,
          Optional.of(NOW.minusSeconds(i * 86_400L)),
          NOW.minusSeconds(i * 2_592_000L));
      HandleEvidence.Ties ties = new HandleEvidence.Ties(
          i, Optional.of(NOW), NOW.minusSeconds(i), i % 2, false, false, Optional.empty());
      all.add(new HandleEvidence(customer, customer, "N " + i, CustomerKind.PERSON, hold, ties));
    }
    return all;
  }
}
