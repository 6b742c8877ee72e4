package shopbell.ingress.zammad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.EventAdapter;
import shopbell.ingress.EventAdapterContract;
import shopbell.model.Direction;
import shopbell.model.Rejected;
import shopbell.model.event.EndCause;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionStep;

class ZammadCtiTest extends EventAdapterContract {
  @Override
  protected EventAdapter adapter() {
    return new ZammadCti(DOOR);
  }

  @Override
  protected String folder() {
    return "zammad";
  }

  @Override
  protected DoorRequest aRequest() {
    return request(JSON, fixture("1-newCall-in.json"));
  }

  @Test
  void aNewCallRingsAtAllWhoAreNamed() {
    InteractionEvent call = event(aRequest());
    assertEquals(InteractionStep.RINGING, call.step());
    assertEquals(List.of("Clara Meinhold", "Edgar Tamm"), call.agents());
    assertEquals(Optional.of("493023125741"), call.from());
    assertEquals(Optional.of("support"), call.queue());
    assertEquals(Optional.of(Direction.IN), call.direction());
  }

  @Test
  void theAnswerNamesWhoAnsweredAndNotAllWhoWereRung() {
    InteractionEvent answer = event(request(JSON, fixture("2-answer-in.json")));
    assertEquals(InteractionStep.ANSWERED, answer.step());
    assertEquals(List.of("edgar@example.org"), answer.agents());
  }

  @Test
  void allEventsOfACallAreOneInteraction() {
    String call = event(aRequest()).interaction();
    assertEquals(call, event(request(JSON, fixture("2-answer-in.json"))).interaction());
    assertEquals(call, event(request(JSON, fixture("3-hangup-in.json"))).interaction());
  }

  @Test
  void aNormalHangupLeavesTheCauseToWhatHappenedBefore() {
    assertEquals(
        Optional.empty(), event(request(JSON, fixture("3-hangup-in.json"))).cause());
    assertEquals(
        Optional.of(EndCause.ABANDONED),
        event(request(JSON, fixture("hangup-out.json"))).cause());
  }

  @Test
  void formAndMultipartSayTheSameAsJson() {
    InteractionEvent form = event(request(FORM, fixture("newCall-in-urlencoded-call_id.txt")));
    assertEquals(List.of("clara", "edgar"), form.agents());
    assertEquals("4991155921769858278-1", form.interaction());
    String multipart =
        fixture("newCall-in-multipart.txt").replace("\r\n", "\n").replace("\n", "\r\n");
    InteractionEvent parts = event(request("multipart/form-data; boundary=----b", multipart));
    assertEquals(List.of("Clara Meinhold", "Edgar Tamm"), parts.agents());
  }

  @Test
  void oneUserMayBeAPlainText() {
    InteractionEvent call = event(request(JSON, fixture("newCall-out.json")));
    assertEquals(List.of("Clara Meinhold"), call.agents());
    assertEquals(Optional.of(Direction.OUT), call.direction());
  }

  @Test
  void theMailboxEndsTheCall() {
    InteractionEvent taken = event(request(
        JSON,
        "{\"event\":\"answer\",\"direction\":\"in\",\"callId\":\"1\",\"user\":\"voicemail\"}"));
    assertEquals(InteractionStep.ENDED, taken.step());
    assertEquals(Optional.of(EndCause.VOICEMAIL), taken.cause());
  }

  @Test
  void aDirectionThatIsNoneIsRefused() {
    String body = "{\"event\":\"newCall\",\"direction\":\"sideways\",\"callId\":\"1\"}";
    Rejected refused = assertThrows(Rejected.class, () -> read(request(JSON, body)));
    assertEquals("/direction", refused.errors().get(0).pointer());
  }

  @Test
  void theAnswerIsAnEmptyObject() {
    assertEquals(200, read(aRequest()).reply().status());
    assertEquals("{}", read(aRequest()).reply().body());
  }
}
