package shopbell.prediction.table;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The guard between a shop's past and a model: past cases whose facts were all known at their instant. Immutable.
 */
public final class TrainingTable {
  private final List<PastCase> cases;

  /** Throws {@link LeakedFact} for a fact from after the prediction, or an outcome from before it. */
  public TrainingTable(List<PastCase> cases) {
    cases.forEach(TrainingTable::check);
    this.cases = cases.stream().sorted(Comparator.comparing(PastCase::asOf)).toList();
  }

  private static void check(PastCase one) {
    for (Map.Entry<String, Fact> fact : new TreeMap<>(one.facts()).entrySet()) {
      if (fact.getValue().knownSince().isAfter(one.asOf())) {
        throw new LeakedFact("The column " + fact.getKey() + " is known since "
            + fact.getValue().knownSince() + " only, after the prediction of " + one.asOf()
            + ": collect facts as they were then.");
      }
    }
    if (!one.outcomeKnown().isAfter(one.asOf())) {
      throw new LeakedFact("The outcome is known since " + one.outcomeKnown()
          + ", not after the prediction of " + one.asOf() + ": there is nothing to predict.");
    }
  }

  /** In time order, with the columns of all cases in alphabetical order. */
  public LabelledRows rows() {
    TreeSet<String> columns = new TreeSet<>();
    cases.forEach(one -> columns.addAll(one.facts().keySet()));
    Fact missing = new Fact("", Instant.EPOCH);
    return new LabelledRows(
        List.copyOf(columns),
        cases.stream()
            .map(one -> columns.stream()
                .map(column -> one.facts().getOrDefault(column, missing).value())
                .toList())
            .toList(),
        cases.stream().map(PastCase::outcome).toList(),
        true);
  }
}
