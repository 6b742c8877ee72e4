package shopbell.identity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The product's blocking and comparison over records in memory: for benchmarks, without a database's share. */
final class InMemory {
  /** Two records by their place in the list, and how alike they are. */
  record Compared(int a, int b, RecordSimilarity likeness) {}

  private static final long RECORD = (1 << 20) - 1;

  private final List<ComparableRecord> records;
  private final long[] pairs;

  InMemory(List<ComparableRecord> records) {
    this.records = records;
    this.pairs = blocked(records);
  }

  /** How many pairs share a block. */
  int comparisons() {
    return pairs.length;
  }

  /** Compares all that share a block; returns the pairs of at least {@code probability}. */
  List<Compared> atLeast(double probability) {
    return IntStream.range(0, pairs.length)
        .parallel()
        .mapToObj(i -> compared(pairs[i]))
        .filter(pair -> pair.likeness().probability(records.size()) >= probability)
        .toList();
  }

  private Compared compared(long pair) {
    int a = (int) (pair >>> 32);
    int b = (int) pair;
    return new Compared(a, b, RecordSimilarity.of(records.get(a), records.get(b)));
  }

  /**
   * Key and record in one number, sorted, so that a block is contiguous. The remaining 44 bits of the key collide about
   * once in a million: a comparison too many, never one too few.
   */
  private static long[] blocked(List<ComparableRecord> records) {
    long[] keyed = IntStream.range(0, records.size())
        .parallel()
        .mapToObj(i -> BlockingKeys.keys(records.get(i)).map(key -> (key & ~RECORD) | i))
        .flatMapToLong(keys -> keys)
        .toArray();
    Arrays.parallelSort(keyed);
    LongStream.Builder pairs = LongStream.builder();
    int from = 0;
    for (int to = 1; to <= keyed.length; to++) {
      if (to == keyed.length || (keyed[to] & ~RECORD) != (keyed[from] & ~RECORD)) {
        if (to - from <= BlockingKeys.MOST) {
          pairs(keyed, from, to, pairs);
        }
        from = to;
      }
    }
    long[] sorted = pairs.build().toArray();
    Arrays.parallelSort(sorted);
    return Arrays.stream(sorted).distinct().toArray();
  }

  private static void pairs(long[] keyed, int from, int to, LongStream.Builder pairs) {
    for (int i = from; i < to; i++) {
      for (int j = i + 1; j < to; j++) {
        pairs.add(((keyed[i] & RECORD) << 32) | (keyed[j] & RECORD));
      }
    }
  }
}
