package shopbell.identity;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import shopbell.identity.Suspects.Pair;
import shopbell.identity.Suspects.Suspicion;

/**
 * Looks at every record that has changed: merges what is attested, suggests what is probable. In the background, some
 * at a time.
 */
public final class DuplicateFinder {
  private static final int AT_A_TIME = 100;

  private final Suspects suspects;
  private final Merges merges;
  private final Thresholds thresholds;

  public DuplicateFinder(Suspects suspects, Merges merges, Thresholds thresholds) {
    this.suspects = suspects;
    this.merges = merges;
    this.thresholds = thresholds;
  }

  /** What a round has done; {@code more} when others wait. */
  public record Round(boolean more, Set<UUID> touched) {}

  /** Examines the next records. */
  public Future<Round> round(Instant now) {
    return suspects
        .examine(AT_A_TIME, this::pairs, now)
        .compose(examined -> merges
            .attested(examined, now)
            .compose(merged -> suspects.settled(examined).map(moved -> {
              moved.addAll(merged);
              return new Round(examined.size() == AT_A_TIME, moved);
            })));
  }

  /** Those of one record's block that are probably the same person. */
  List<Pair> pairs(Suspicion suspicion) {
    List<Pair> pairs = new ArrayList<>();
    Traits one = suspicion.traits();
    for (Traits other : suspicion.others()) {
      Likeness likeness = Likeness.of(one, other);
      double score = likeness.probability(suspicion.among());
      if (one.kind() == other.kind() && score >= thresholds.duplicate()) {
        boolean inOrder = one.id().compareTo(other.id()) < 0;
        pairs.add(new Pair(
            inOrder ? one.id() : other.id(),
            inOrder ? other.id() : one.id(),
            score,
            likeness.reasons()));
      }
    }
    return pairs;
  }
}
