package shopbell;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** All classes {@code *Micro} by JMH, each in three processes of its own. */
@Tag("micro")
class MicroBench {
  @Test
  void smallThingsThatAreDoneForEachArrival() throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include("Micro[.]")
        .forks(3)
        .warmupIterations(3)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(3)
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true);
    assertFalse(new Runner(options.build()).run().isEmpty());
  }
}
