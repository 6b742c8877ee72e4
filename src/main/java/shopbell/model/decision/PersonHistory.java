package shopbell.model.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The actions that one person was shown, and the answers, over all of the person's records; a year is enough. */
public record PersonHistory(List<ShownAction> shown, List<ActionResponse> responses) {
  /** Of a person who was shown nothing. */
  public static final PersonHistory NONE = new PersonHistory(List.of(), List.of());

  /** An action on a card, or given to another program; one entry for each decision. */
  public record ShownAction(UUID decision, String action, Instant at) {}

  public PersonHistory {
    shown = List.copyOf(shown);
    responses = List.copyOf(responses);
  }

  /** How many decisions other than {@code own} have shown {@code action} within the time before {@code now}. */
  public int times(String action, UUID own, Duration within, Instant now) {
    return (int) shown.stream()
        .filter(one -> one.action().equals(action) && !one.decision().equals(own))
        .filter(one -> one.at().isAfter(now.minus(within)))
        .count();
  }

  /** When the person last declined {@code action}. */
  public Optional<Instant> lastDeclined(String action) {
    return responses.stream()
        .filter(one -> one.action().equals(action) && one.kind() == ResponseKind.DECLINED)
        .map(ActionResponse::at)
        .max(Comparator.naturalOrder());
  }

  /** Whether the person has accepted any action. */
  public boolean hasAccepted() {
    return responses.stream().anyMatch(one -> one.kind() == ResponseKind.ACCEPTED);
  }
}
