package shopbell.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Maps each record to its surviving record, by replaying the merges in force, oldest first.
 *
 * <p>So undoing a merge gives the result that there would be without it, whatever came later.
 */
public final class MergeForest {
  /** One merge: the survivor of {@code keep} becomes the survivor of the person of {@code other}. */
  public record Edge(UUID keep, UUID other) {}

  private final Map<UUID, UUID> above = new HashMap<>();

  private MergeForest() {}

  /** The survivor of each of {@code records}; {@code inForce} oldest first, and only about them. */
  public static Map<UUID, UUID> survivors(Collection<UUID> records, List<Edge> inForce) {
    MergeForest mergeForest = new MergeForest();
    for (Edge edge : inForce) {
      UUID keep = mergeForest.root(edge.keep());
      UUID other = mergeForest.root(edge.other());
      if (!keep.equals(other)) {
        mergeForest.above.put(other, keep);
      }
    }
    Map<UUID, UUID> survivors = new HashMap<>();
    records.forEach(record -> survivors.put(record, mergeForest.root(record)));
    return survivors;
  }

  private UUID root(UUID record) {
    UUID at = record;
    while (above.containsKey(at)) {
      at = above.get(at);
    }
    return at;
  }
}
