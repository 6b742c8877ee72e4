package shopbell.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import shopbell.identity.CallerDetails;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.interaction.TrackedInteraction;

/**
 * An interaction that has not ended, with what its card was last built of.
 *
 * @param receivedAt when its last event was received
 * @param kept false while the store is unavailable
 * @param ours whether this node received its last event, and so finds its customer if no agent sees it anywhere
 * @param match the match on the last card
 * @param linked the customer that the store has linked it with, as far as this node knows
 * @param read the course for which its customer was last read; empty when some data of the customer has changed since
 */
public record OpenInteraction(
    TrackedInteraction course,
    Instant receivedAt,
    boolean kept,
    boolean ours,
    Optional<CustomerMatch> match,
    Optional<UUID> linked,
    Optional<TrackedInteraction> read) {
  /** A new one with all other fields empty. */
  public static OpenInteraction of(
      TrackedInteraction tracked, Instant receivedAt, boolean kept, boolean ours) {
    return new OpenInteraction(
        tracked, receivedAt, kept, ours, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** {@code newer}, or this one when {@code newer} is an older revision that arrives late. */
  OpenInteraction after(OpenInteraction newer) {
    boolean late = kept && newer.kept && course.revision() > newer.course.revision();
    Optional<TrackedInteraction> stillRead = kept ? read : Optional.empty();
    return late
        ? this
        : new OpenInteraction(
            newer.course, newer.receivedAt, newer.kept, newer.ours, match, linked, stillRead);
  }

  /** A copy with its customer match. */
  public OpenInteraction matched(CustomerMatch found) {
    return new OpenInteraction(course, receivedAt, kept, ours, Optional.of(found), linked, read);
  }

  /** A copy that the store has linked with {@code customer}. */
  public OpenInteraction linked(UUID customer) {
    return new OpenInteraction(course, receivedAt, kept, ours, match, Optional.of(customer), read);
  }

  /** A copy whose customer was read in the state {@code as}; empty where it has to be read again. */
  public OpenInteraction read(Optional<TrackedInteraction> as) {
    return new OpenInteraction(course, receivedAt, kept, ours, match, linked, as);
  }

  /** Whether only the interaction itself has changed since its customer was read. */
  public boolean sameCaller() {
    return kept && read.filter(before -> sameCaller(before, course)).isPresent();
  }

  /** Whether everything that identifies the customer is unchanged. */
  public static boolean sameCaller(TrackedInteraction before, TrackedInteraction tracked) {
    return before.handles().equals(tracked.handles())
        && before.customer().equals(tracked.customer())
        && CallerDetails.of(before.attributes()).equals(CallerDetails.of(tracked.attributes()))
        && before.interaction().from().equals(tracked.interaction().from())
        && before.interaction().to().equals(tracked.interaction().to())
        && before.interaction().queue().equals(tracked.interaction().queue())
        && before.transfers() == tracked.transfers()
        && before.interaction().parent().equals(tracked.interaction().parent());
  }

  /** Whether its end event was lost and it has to be closed. */
  boolean forgotten(Instant now) {
    return course.interaction().arrivedAt().plus(patience()).isBefore(now);
  }

  private Duration patience() {
    return switch (course.interaction().state()) {
      case QUEUED, RINGING -> Duration.ofHours(2);
      case ACTIVE, HELD -> Duration.ofHours(12);
      case WRAP_UP -> Duration.ofHours(8);
      case CLOSED -> Duration.ofMinutes(10);
    };
  }
}
