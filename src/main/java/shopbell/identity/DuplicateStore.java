package shopbell.identity;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import shopbell.identity.MergeJournal.MergeAct;
import shopbell.model.Rejected;
import shopbell.model.customer.Duplicate;

/** Stores pairs of customers that are probably one person, and selects the records to compare. */
public interface DuplicateStore {
  /** Two records; {@code a} is the smaller id. Reasons are codes, the strongest first. */
  record Pair(UUID a, UUID b, double score, List<String> reasons) {
    public Pair {
      reasons = List.copyOf(reasons);
    }
  }

  /** A record, the records that share one of its {@link BlockingKeys}, and about how many records there are. */
  record Suspicion(ComparableRecord traits, List<ComparableRecord> others, long among) {
    public Suspicion {
      others = List.copyOf(others);
    }
  }

  /** The position of a pair in the list. */
  record DuplicatePosition(double score, UUID id) {
    /** Parses the cursor of a page; SENSELESS when it is none. */
    public static DuplicatePosition of(String cursor) {
      String[] parts = cursor.split("_", -1);
      try {
        return new DuplicatePosition(
            Double.parseDouble(parts[0]), UUID.fromString(parts[parts.length - 1]));
      } catch (IllegalArgumentException e) {
        throw Rejected.field("/before", "is the next of the page before");
      }
    }

    @Override
    public String toString() {
      return score + "_" + id;
    }
  }

  /** A page of pairs; {@code next} is the start of the following page, empty on the last page. */
  record Listed(List<Duplicate> items, Optional<DuplicatePosition> next) {
    public Listed {
      items = List.copyOf(items);
    }
  }

  /**
   * Takes at most {@code most} records changed since they were last examined; the pairs that {@code compare} returns
   * replace earlier suggestions about them, and a dismissed pair stays dismissed. Returns the examined records.
   */
  Future<List<UUID>> examine(int most, Function<Suspicion, List<Pair>> compare, Instant now);

  /**
   * Attaches facts to their customers that arrived at the same moment as the handle they refer to, and so found no
   * customer. Returns the records with outdated cards.
   */
  Future<Set<UUID>> settled(List<UUID> records);

  /**
   * Suggested pairs, neither merged nor dismissed, behind {@code after}; the surest first. NOT_FOUND when there is no
   * such customer.
   */
  Future<Listed> page(Optional<UUID> customer, Optional<DuplicatePosition> after, int most);

  /** NOT_FOUND when it was never suggested. */
  Future<Void> dismiss(UUID duplicate, MergeAct mergeAct);
}
