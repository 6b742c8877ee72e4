package shopbell.ingress;

import java.util.List;
import java.util.Optional;
import shopbell.model.Handle;
import shopbell.model.event.CustomerRecord;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionEvent;

/** The events of a request and the response its sender expects; no events when it contains nothing relevant. */
public record ParsedRequest(List<Inbound> events, DoorReply reply) {
  public ParsedRequest {
    events = List.copyOf(events);
  }

  /** At most one event. */
  public static ParsedRequest of(Optional<? extends Inbound> event, DoorReply doorReply) {
    return new ParsedRequest(event.<List<Inbound>>map(List::of).orElseGet(List::of), doorReply);
  }

  /** A copy in which no handle of a customer is proven. */
  ParsedRequest unproven() {
    return new ParsedRequest(events.stream().map(ParsedRequest::unproven).toList(), reply);
  }

  private static Inbound unproven(Inbound event) {
    if (event instanceof CustomerRecord customer) {
      return customer.unproven();
    }
    return event instanceof InteractionEvent step
        ? step.normalised(step.from(), step.to(), Handle.unproven(step.handles()))
        : event;
  }
}
