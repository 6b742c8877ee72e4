package shopbell.ingress.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopbell.config.InvalidConfiguration;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.DoorSettings;
import shopbell.ingress.EventAdapter;
import shopbell.ingress.EventAdapterContract;
import shopbell.model.Rejected;
import shopbell.model.event.EndCause;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionStep;

class TwilioVoiceTest extends EventAdapterContract {
  @Override
  protected EventAdapter adapter() {
    return new TwilioVoice(DOOR);
  }

  @Override
  protected String folder() {
    return "twilio";
  }

  @Override
  protected DoorRequest aRequest() {
    return Signed.request(request(FORM, fixture("incoming-call.txt")));
  }

  @Test
  void anIncomingCallWaitsInTheDoorsQueue() {
    InteractionEvent call = event(aRequest());
    assertEquals(InteractionStep.QUEUED, call.step());
    assertEquals(Optional.of("+15551234567"), call.from());
    assertEquals(Optional.of("support"), call.queue());
  }

  @Test
  void aLegToAnAgentBelongsToTheCallItCameFrom() {
    String leg =
        "CallSid=CA2&ParentCallSid=CA1&Direction=outbound-dial&CallStatus=ringing&From=%2B4930231250&To=client%3Aclara"
            + "&SequenceNumber=1&Timestamp=Tue%2C%2010%20Mar%202026%2010%3A00%3A02%20%2B0000";
    InteractionEvent rings = event(Signed.request(request(FORM, leg)));
    assertEquals("CA1", rings.interaction());
    assertEquals(InteractionStep.RINGING, rings.step());
    assertEquals(List.of("clara"), rings.agents());
    assertEquals("2026-03-10T10:00:02Z", rings.at().toString());
    InteractionEvent busy = event(Signed.request(request(FORM, leg.replace("ringing", "busy"))));
    assertEquals(InteractionStep.WITHDRAWN, busy.step());
  }

  @Test
  void aCallNobodyTookIsOver() {
    InteractionEvent over = event(Signed.request(request(FORM, fixture("status-busy.txt"))));
    assertEquals(InteractionStep.ENDED, over.step());
    assertEquals(Optional.of(EndCause.REJECTED), over.cause());
    assertEquals("2022-05-07T14:30:14Z", over.at().toString());
  }

  @Test
  void aTimestampThatIsNoneIsReplacedByTheArrival() {
    assertEquals(
        NOW,
        event(Signed.request(request(FORM, fixture("status-completed.txt")))).at());
  }

  @Test
  void withoutTheRightSignatureNobodyComesIn() {
    DoorRequest unsigned = request(FORM, fixture("incoming-call.txt"));
    Rejected refused = assertThrows(Rejected.class, () -> read(unsigned));
    assertEquals(Rejected.Reason.UNAUTHENTICATED, refused.reason());
  }

  @Test
  void aDoorWithoutAuthTokenDoesNotStart() {
    DoorSettings bare = new DoorSettings(
        "t",
        "twilio-voice",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
    assertThrows(InvalidConfiguration.class, () -> new TwilioVoice(bare));
  }

  @Test
  void theReplyIsTwiml() {
    assertEquals("text/xml", read(aRequest()).reply().contentType());
    assertTrue(read(aRequest()).reply().body().contains("<Response/>"));
  }
}
