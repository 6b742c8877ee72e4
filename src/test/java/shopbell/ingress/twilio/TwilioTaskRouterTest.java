package shopbell.ingress.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.EventAdapter;
import shopbell.ingress.EventAdapterContract;
import shopbell.model.InteractionEvent;
import shopbell.model.Step;

class TwilioTaskRouterTest extends EventAdapterContract {
  @Override
  protected EventAdapter adapter() {
    return new TwilioTaskRouter(DOOR);
  }

  @Override
  protected String folder() {
    return "twilio";
  }

  @Override
  protected DoorRequest aRequest() {
    return Signed.request(request(FORM, fixture("reservation.created.txt")));
  }

  @Test
  void aReservationRingsAtItsWorkerUnderEveryName() {
    InteractionEvent rings = event(aRequest());
    assertEquals(Step.RINGING, rings.step());
    assertEquals(List.of("alice", "WKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), rings.agents());
    assertEquals(Optional.of("+14158675309"), rings.from());
    assertEquals("WTaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", rings.interaction());
    assertEquals("2023-11-14T22:13:20Z", rings.at().toString());
  }

  @Test
  void aReservationThatTimesOutLeavesTheWorkersDesk() {
    assertEquals(Step.WITHDRAWN, step("reservation.timeout"));
    assertEquals(Step.WITHDRAWN, step("reservation.rejected"));
    assertEquals(Step.ANSWERED, step("reservation.accepted"));
    assertEquals(Step.ENDED, step("task.completed"));
  }

  private Step step(String type) {
    return event(Signed.request(
            request(FORM, fixture("reservation.created.txt").replace("reservation.created", type))))
        .step();
  }

  @Test
  void whatAWorkerDoesOtherwiseMeansNothingHere() {
    String other =
        fixture("reservation.created.txt").replace("reservation.created", "worker.activity.update");
    assertTrue(read(Signed.request(request(FORM, other))).events().isEmpty());
  }

  @Test
  void theReplyIsEmpty() {
    assertEquals(204, read(aRequest()).reply().status());
  }
}
