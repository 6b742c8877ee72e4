package shopbell.ingress;

import java.util.List;
import java.util.Optional;
import shopbell.model.Inbound;

/** What a request says, and what its sender wants to hear; no events when it says nothing that matters here. */
public record Reading(List<Inbound> events, Reply reply) {
  public Reading {
    events = List.copyOf(events);
  }

  /** At most one event. */
  public static Reading of(Optional<? extends Inbound> event, Reply reply) {
    return new Reading(event.<List<Inbound>>map(List::of).orElseGet(List::of), reply);
  }
}
