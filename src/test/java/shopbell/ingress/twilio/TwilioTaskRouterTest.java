package shopbell.ingress.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.EventAdapter;
import shopbell.ingress.EventAdapterContract;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionStep;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionLifecycle;
import shopbell.model.interaction.TrackedInteraction;

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
    assertEquals(InteractionStep.RINGING, rings.step());
    assertEquals(List.of("alice", "WKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), rings.agents());
    assertEquals(Optional.of("+14158675309"), rings.from());
    assertEquals("WTaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", rings.interaction());
    assertEquals("2023-11-14T22:13:20Z", rings.at().toString());
  }

  @Test
  void aReservationThatTimesOutLeavesTheWorkersDesk() {
    assertEquals(InteractionStep.WITHDRAWN, step("reservation.timeout"));
    assertEquals(InteractionStep.WITHDRAWN, step("reservation.rejected"));
    assertEquals(InteractionStep.ANSWERED, step("reservation.accepted"));
    assertEquals(InteractionStep.ENDED, step("task.completed"));
  }

  @Test
  void whoIsDoneWithATaskAfterATransferDoesNotEndItForTheOther() {
    assertEquals(
        InteractionStep.WITHDRAWN, told("reservation.wrapup", "assigned").step());
    assertEquals(
        InteractionStep.WITHDRAWN, told("reservation.completed", "assigned").step());
    assertEquals(InteractionStep.ENDED, told("reservation.wrapup", "wrapping").step());
    assertEquals(
        InteractionStep.ENDED, told("reservation.completed", "completed").step());
    assertEquals(InteractionStep.ENDED, told("task.wrapup", "wrapping").step());
  }

  @Test
  void aColdTransferLeavesAtOnceAndAWarmOnePutsTheCustomerOnHold() {
    InteractionEvent cold = transfer("task.transfer-initiated", "COLD", "WKbbb");
    assertEquals(InteractionStep.TRANSFERRED, cold.step());
    assertEquals(List.of("WKbbb"), cold.agents());
    InteractionEvent queue = transfer("task.transfer-initiated", "COLD", "WQccc");
    assertEquals(List.of(), queue.agents());
    assertEquals(Optional.of("support"), queue.queue());
    assertEquals(
        InteractionStep.HELD,
        transfer("task.transfer-initiated", "WARM", "WKbbb").step());
    assertEquals(
        InteractionStep.RESUMED,
        transfer("task.transfer-completed", "WARM", "WKbbb").step());
    assertEquals(
        InteractionStep.RESUMED,
        transfer("task.transfer-canceled", "WARM", "WKbbb").step());
  }

  @Test
  void aWarmTransferIsOnBothDesksAndThenOnTheSecondAlone() {
    List<InteractionEvent> events = List.of(
        told("reservation.accepted", "assigned"),
        transfer("task.transfer-initiated", "WARM", "WKbbb"),
        bobs("reservation.created", "assigned"),
        bobs("reservation.accepted", "assigned"),
        transfer("task.transfer-completed", "WARM", "WKbbb"),
        told("reservation.wrapup", "assigned"),
        told("reservation.completed", "assigned"));
    assertEquals("active [bob, WKbbb]", stands(events));
    assertEquals(
        "held [alice, WKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bob, WKbbb]",
        stands(events.subList(0, 4)));
    List<InteractionEvent> ended = new ArrayList<>(events);
    ended.add(bobs("reservation.wrapup", "wrapping"));
    assertEquals("wrap-up [bob, WKbbb]", stands(ended));
  }

  @Test
  void aColdTransferRingsAtTheSecondAndEndsWithThatOne() {
    List<InteractionEvent> events = List.of(
        told("reservation.accepted", "assigned"),
        transfer("task.transfer-initiated", "COLD", "WQccc"),
        told("reservation.wrapup", "assigned"),
        bobs("reservation.created", "assigned"),
        told("reservation.completed", "assigned"),
        bobs("reservation.accepted", "assigned"),
        bobs("reservation.wrapup", "wrapping"));
    assertEquals("queued []", stands(events.subList(0, 3)));
    assertEquals("ringing [bob, WKbbb]", stands(events.subList(0, 4)));
    assertEquals("active [bob, WKbbb]", stands(events.subList(0, 6)));
    assertEquals("wrap-up [bob, WKbbb]", stands(events));
  }

  /** Each a second after the one before; an agent with several names is written as sent. */
  private static String stands(List<InteractionEvent> events) {
    Optional<TrackedInteraction> course = Optional.empty();
    for (int i = 0; i < events.size(); i++) {
      InteractionEvent event = events.get(i);
      Instant at = event.at().plusSeconds(i);
      InteractionEvent later = new InteractionEvent(
          event.key() + i,
          at,
          event.step(),
          event.interaction(),
          event.channel(),
          event.direction(),
          event.from(),
          event.to(),
          event.queue(),
          event.agents(),
          event.cause(),
          event.handles(),
          event.attributes(),
          event.parent());
      course = Optional.of(InteractionLifecycle.next(course, "flex", later, at));
    }
    Interaction call = course.orElseThrow().interaction();
    return call.state() + " " + call.agents();
  }

  private InteractionEvent told(String type, String status) {
    return read(
        form(type).replace("TaskAssignmentStatus=reserved", "TaskAssignmentStatus=" + status));
  }

  private InteractionEvent bobs(String type, String status) {
    return read(form(type)
        .replace("TaskAssignmentStatus=reserved", "TaskAssignmentStatus=" + status)
        .replace("WorkerName=alice", "WorkerName=bob")
        .replace("client%3Aalice", "client%3Abob")
        .replace("WorkerSid=WKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "WorkerSid=WKbbb"));
  }

  private InteractionEvent transfer(String type, String mode, String to) {
    return read(form(type) + "&TransferSid=TTddd&TransferMode=" + mode + "&TransferTo=" + to);
  }

  private String form(String type) {
    return fixture("reservation.created.txt").replace("reservation.created", type);
  }

  private InteractionEvent read(String form) {
    return event(Signed.request(request(FORM, form)));
  }

  private InteractionStep step(String type) {
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
