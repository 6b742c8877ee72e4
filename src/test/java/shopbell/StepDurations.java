package shopbell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Durations of repeated steps in milliseconds, by name; any thread may add to them. */
final class StepDurations {
  private final Map<String, List<Long>> all = new LinkedHashMap<>();

  /** One more time, of what began at {@code since} of {@link System#nanoTime()} and is over now; how long it was. */
  synchronized long add(String what, long since) {
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    all.computeIfAbsent(what, first -> new ArrayList<>()).add(took);
    return took;
  }

  /** Of each the middle, the longest, and of how many. */
  synchronized void print(PrintStream out) {
    all.forEach((what, took) -> {
      List<Long> sorted = took.stream().sorted().toList();
      out.printf(
          "%s: median %d ms, longest %d ms, of %d%n",
          what, sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1), sorted.size());
    });
  }
}
