package shopbell.ingress;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import shopbell.model.event.Inbound;

/** Takes the events that doors have parsed. */
@FunctionalInterface
public interface EventIntake {
  /**
   * {@code shown} completes when every event is on the desks it concerns, and never fails.
   *
   * @param warnings what was left out of the events, the first of it
   */
  record TakenEvents(Future<Void> shown, List<Warning> warnings) {
    public TakenEvents {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * A handle that was left out; its value is not disclosed.
   *
   * @param event the index of its event in the request, from 0
   * @param detail a sentence that tells the sender how to fix it
   */
  record Warning(int event, String kind, String detail) {}

  /**
   * Completes once all of {@code events} are stored; fails with {@link shopbell.model.Unavailable} when they are not.
   */
  Future<TakenEvents> take(String door, List<Inbound> events, Instant receivedAt);
}
