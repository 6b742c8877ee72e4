package shopbell.connector;

import java.util.List;
import java.util.Set;

/**
 * How a system is notified of events, without a line of Java. Every expression sees the fields of the event,
 * {@code $event}, its type, {@code $system}, the system name on tickets of this system, and the responses of the steps
 * before.
 *
 * @param events types as docs/webhooks.md lists them
 * @param authentication how a request is authenticated
 * @param steps sent one after the other; all of them again when one has failed
 */
public record ActionSpec(
    Set<String> events, Authentication authentication, List<RequestStep> steps) {
  public ActionSpec {
    events = Set.copyOf(events);
    steps = List.copyOf(steps);
  }
}
