package shopbell.model.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Where and when an action can be shown; an empty set allows all.
 *
 * @param reasons kinds of contact reasons, such as {@code parcel-late}
 * @param queues names of queues
 * @param channels {@code call}, {@code chat}, or a channel of another program that asks for decisions
 * @param from the first day, in the company's time zone
 * @param until the last day
 */
public record ActionPlacement(
    Set<String> reasons,
    Set<String> queues,
    Set<String> channels,
    Optional<LocalDate> from,
    Optional<LocalDate> until) {
  /** Everywhere and always. */
  public static final ActionPlacement ANYWHERE =
      new ActionPlacement(Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());

  public ActionPlacement {
    reasons = Set.copyOf(reasons);
    queues = Set.copyOf(queues);
    channels = Set.copyOf(channels);
    if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
      throw new IllegalArgumentException("until is before from");
    }
  }
}
