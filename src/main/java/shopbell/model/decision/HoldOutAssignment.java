package shopbell.model.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether one customer record belongs to the persons who do not see an action, so that its effect can be measured.
 * Stored with the record, never with the survivor of a merge: after a merge the earliest of a person's assignments
 * holds, and undoing the merge gives each record its own again.
 *
 * @param customer the record for which it was drawn
 * @param scope the name of an action, or {@link #ALL}
 * @param share the share of persons held out at that time
 */
public record HoldOutAssignment(
    UUID customer, String scope, boolean heldOut, double share, Instant at) {
  /** The scope of all actions together. */
  public static final String ALL = "*";

  /** The one in {@code all} that holds for {@code scope}: the earliest, of equally early ones that of the lowest id. */
  public static Optional<HoldOutAssignment> holding(
      Collection<HoldOutAssignment> all, String scope) {
    return all.stream()
        .filter(one -> one.scope().equals(scope))
        .min(
            Comparator.comparing(HoldOutAssignment::at).thenComparing(HoldOutAssignment::customer));
  }
}
