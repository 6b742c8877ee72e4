package shopbell.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Pairs the words of two names, the most similar pair first, so that the order of the names does not matter. */
final class WordPairs {
  private record Pair(int one, int other, double alike) {}

  private WordPairs() {}

  /** The similarity of each word of {@code few} to its partner; {@code many} has at least as many words. */
  static List<Double> of(List<String> few, List<String> many) {
    List<Pair> all = new ArrayList<>();
    for (int one = 0; one < few.size(); one++) {
      for (int other = 0; other < many.size(); other++) {
        all.add(new Pair(one, other, RecordSimilarity.alike(few.get(one), many.get(other))));
      }
    }
    all.sort(Comparator.comparingDouble(Pair::alike).reversed());
    Set<Integer> ones = new HashSet<>();
    Set<Integer> others = new HashSet<>();
    List<Double> pairs = new ArrayList<>();
    for (Pair pair : all) {
      if (!ones.contains(pair.one()) && !others.contains(pair.other())) {
        ones.add(pair.one());
        others.add(pair.other());
        pairs.add(pair.alike());
      }
    }
    return pairs;
  }
}
