package shopbell.connector;

import java.util.List;
import java.util.Set;

/**
 * How a system is told of something, without a line of Java. Every expression sees the fields of what is told, {@code $event},
 * its type, {@code $system}, by which tickets of this system are marked, and the answers of the steps before.
 *
 * @param events types as docs/webhooks.md lists them
 * @param authentication how a request proves who tells
 * @param steps sent one after the other; all of them again when one has failed
 */
public record ActionSpec(
    Set<String> events, Authentication authentication, List<RequestStep> steps) {
  public ActionSpec {
    events = Set.copyOf(events);
    steps = List.copyOf(steps);
  }
}
