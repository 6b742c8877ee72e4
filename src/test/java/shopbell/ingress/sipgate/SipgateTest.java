package shopbell.ingress.sipgate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopbell.ingress.DoorReply;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.EventAdapter;
import shopbell.ingress.EventAdapterContract;
import shopbell.model.Direction;
import shopbell.model.event.EndCause;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionStep;

class SipgateTest extends EventAdapterContract {
  @Override
  protected EventAdapter adapter() {
    return new Sipgate(DOOR);
  }

  @Override
  protected String folder() {
    return "sipgate";
  }

  @Override
  protected DoorRequest aRequest() {
    return request(FORM, fixture("newCall-in.txt"));
  }

  @Test
  void aNewCallRingsAtAllUsersByNameAndId() {
    InteractionEvent call = event(aRequest());
    assertEquals(InteractionStep.RINGING, call.step());
    assertEquals(List.of("Clara", "Edgar", "1234567w0", "1234567w1", "w0", "w1"), call.agents());
  }

  @Test
  void percentEncodedKeysAreTheSameKeys() {
    assertEquals(
        List.of("user 1", "user 2"),
        event(request(FORM, fixture("newCall-in-percent-encoded.txt"))).agents());
  }

  @Test
  void theReplySubscribesToAnswerAndHangupAtThisVeryAddress() {
    DoorReply doorReply = read(aRequest()).reply();
    assertEquals("application/xml", doorReply.contentType());
    String here = "https://shopbell.example/in/pbx/k3y";
    assertTrue(doorReply
        .body()
        .contains("<Response onAnswer=\"" + here + "\" onHangup=\"" + here + "\"/>"));
  }

  @Test
  void theAnswerNamesWhoAnswered() {
    InteractionEvent answer = event(request(FORM, fixture("answer-in.txt")));
    assertEquals(InteractionStep.ANSWERED, answer.step());
    assertEquals("Edgar Tamm", answer.agents().get(0));
  }

  @Test
  void voicemailEndsIt() {
    InteractionEvent taken = event(request(FORM, fixture("answer-in-voicemail.txt")));
    assertEquals(InteractionStep.ENDED, taken.step());
    assertEquals(Optional.of(EndCause.VOICEMAIL), taken.cause());
  }

  @Test
  void aHangupMayComeWithoutNumbers() {
    InteractionEvent over = event(request(FORM, fixture("hangup-out-no-from-to.txt")));
    assertEquals(Optional.of(EndCause.ABANDONED), over.cause());
    assertEquals(Optional.of(Direction.OUT), over.direction());
    assertEquals(Optional.empty(), over.from());
  }

  @Test
  void aCallNobodyIsRungForWaits() {
    assertEquals(
        InteractionStep.QUEUED,
        event(request(FORM, fixture("newCall-in-anonymous-minimal.txt"))).step());
  }

  @Test
  void keysPressedAreHeardAndMeanNothingHere() {
    assertTrue(read(request(FORM, fixture("dtmf.txt"))).events().isEmpty());
  }

  @Test
  void aTransferredCallKnowsWhereItCameFrom() {
    String moved =
        "event=newCall&direction=in&callId=2&origCallId=1&from=492214710334&to=493023125001&user[]=Edgar";
    assertEquals(Optional.of("1"), event(request(FORM, moved)).parent());
  }
}
