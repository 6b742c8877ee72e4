package shopbell.prediction.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Which rows a model learns from, and which it is judged on. */
record RowSplit(List<Integer> learned, List<Integer> judged) {
  /** The share of the newest rows that are judged. */
  static final double NEWEST = 0.2;

  private static final long SEED = 7;

  RowSplit {
    learned = List.copyOf(learned);
    judged = List.copyOf(judged);
  }

  /** One split of rows in time order: the newest fifth is judged. */
  static RowSplit byTime(int rows) {
    int cut = (int) Math.round(rows * (1 - NEWEST));
    return new RowSplit(
        IntStream.range(0, cut).boxed().toList(),
        IntStream.range(cut, rows).boxed().toList());
  }

  /** Each row is judged in exactly one of the splits; each split has about the same share of yes. */
  static List<RowSplit> folds(List<Boolean> outcomes, int folds) {
    List<Integer> shuffled =
        new ArrayList<>(IntStream.range(0, outcomes.size()).boxed().toList());
    Collections.shuffle(shuffled, new Random(SEED));
    shuffled.sort((one, other) -> Boolean.compare(outcomes.get(one), outcomes.get(other)));
    List<RowSplit> splits = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      List<Integer> learned = new ArrayList<>();
      List<Integer> judged = new ArrayList<>();
      for (int i = 0; i < shuffled.size(); i++) {
        (i % folds == fold ? judged : learned).add(shuffled.get(i));
      }
      splits.add(new RowSplit(learned, judged));
    }
    return splits;
  }

  LabelledRows learned(LabelledRows rows) {
    return rows.at(learned.stream().mapToInt(i -> i).toArray());
  }

  LabelledRows judged(LabelledRows rows) {
    return rows.at(judged.stream().mapToInt(i -> i).toArray());
  }
}
