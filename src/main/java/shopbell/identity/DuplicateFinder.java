package shopbell.identity;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import shopbell.identity.DuplicateStore.Pair;
import shopbell.identity.DuplicateStore.Suspicion;

/**
 * Examines every changed record: merges attested duplicates, suggests probable ones. Runs in the background, in
 * batches.
 */
public final class DuplicateFinder {
  private static final int AT_A_TIME = 100;

  private final DuplicateStore duplicateStore;
  private final MergeJournal mergeJournal;
  private final MatchThresholds matchThresholds;

  public DuplicateFinder(
      DuplicateStore duplicateStore, MergeJournal mergeJournal, MatchThresholds matchThresholds) {
    this.duplicateStore = duplicateStore;
    this.mergeJournal = mergeJournal;
    this.matchThresholds = matchThresholds;
  }

  /** The result of a round; {@code more} when other records wait, {@code news} when other pairs are suggested now. */
  public record Round(boolean more, Set<UUID> touched, boolean news) {}

  /** Examines the next records. */
  public Future<Round> round(Instant now) {
    AtomicBoolean found = new AtomicBoolean();
    return duplicateStore
        .examine(
            AT_A_TIME,
            suspicion -> {
              List<Pair> pairs = pairs(suspicion);
              found.compareAndSet(false, !pairs.isEmpty());
              return pairs;
            },
            now)
        .compose(examined -> mergeJournal
            .attested(examined, now)
            .compose(merged -> duplicateStore.settled(examined).map(moved -> {
              moved.addAll(merged);
              return new Round(
                  examined.size() == AT_A_TIME, moved, found.get() || !merged.isEmpty());
            })));
  }

  /** The records of one block that are probably the same person as its first record. */
  List<Pair> pairs(Suspicion suspicion) {
    List<Pair> pairs = new ArrayList<>();
    ComparableRecord one = suspicion.traits();
    for (ComparableRecord other : suspicion.others()) {
      RecordSimilarity recordSimilarity = RecordSimilarity.of(one, other);
      double score = recordSimilarity.probability(suspicion.among());
      if (one.kind() == other.kind() && score >= matchThresholds.duplicate()) {
        boolean inOrder = one.id().compareTo(other.id()) < 0;
        pairs.add(new Pair(
            inOrder ? one.id() : other.id(),
            inOrder ? other.id() : one.id(),
            score,
            recordSimilarity.reasons()));
      }
    }
    return pairs;
  }
}
