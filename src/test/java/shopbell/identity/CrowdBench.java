package shopbell.identity;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The cost and recall of blocking with very many customers. */
final class CrowdBench {
  private final PrintStream out;

  CrowdBench(PrintStream out) {
    this.out = out;
  }

  void run(int size) {
    Crowd crowd = new Crowd(42, size);
    long began = System.nanoTime();
    InMemory memory = new InMemory(crowd.records());
    double blocked = (System.nanoTime() - began) / 1e9;
    List<InMemory.Compared> found = memory.atLeast(MatchThresholds.DEFAULT.duplicate());
    double compared = (System.nanoTime() - began) / 1e9 - blocked;
    long right = found.stream().filter(crowd::same).count();
    double every = size / 2.0 * (size - 1);
    out.printf(
        Locale.ROOT,
        "%n# %d generated customers, %d true pairs%n  blocked in %.1f s, %d comparisons (%.1f a record, 1 of %.0f of all) in %.1f s%n"
            + "  suggested %d, precision %.4f, recall %.4f%n",
        crowd.records().size(),
        crowd.truePairs(),
        blocked,
        memory.comparisons(),
        (double) memory.comparisons() / size,
        every / memory.comparisons(),
        compared,
        found.size(),
        (double) right / found.size(),
        (double) right / crowd.truePairs());
  }
}
