package shopbell.ingress.twilio;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.ingress.DoorReply;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.DoorSettings;
import shopbell.ingress.EventAdapter;
import shopbell.ingress.FormFields;
import shopbell.ingress.ParsedRequest;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.event.EndCause;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionStep;

/**
 * Twilio's voice webhooks and status callbacks (twilio.com/docs/usage/webhooks/voice-webhooks).
 *
 * <p>A leg that was dialled to an agent belongs to the call it came from, named by {@code ParentCallSid}.
 */
public final class TwilioVoice implements EventAdapter {
  private static final DoorReply EMPTY =
      new DoorReply(200, "text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");

  private record Leg(String call, boolean inbound, List<String> agents) {}

  private final DoorSettings door;
  private final TwilioSignature signature;

  public TwilioVoice(DoorSettings door) {
    this.door = door;
    this.signature = new TwilioSignature(door);
  }

  @Override
  public boolean signed() {
    return true;
  }

  @Override
  public boolean needsAddress() {
    return true;
  }

  @Override
  public void verifyHead(DoorRequest head) {
    signature.checkHead(head);
  }

  @Override
  public void verify(DoorRequest request) {
    signature.check(request);
  }

  @Override
  public ParsedRequest read(DoorRequest request) {
    FormFields told = TwilioSignature.form(request);
    Leg leg = leg(told);
    String status = told.required("CallStatus");
    return ParsedRequest.of(
        step(status, leg).map(interactionStep -> event(told, request, leg, interactionStep)),
        EMPTY);
  }

  private static Leg leg(FormFields told) {
    String own = told.required("CallSid");
    Optional<String> parent = told.text("ParentCallSid");
    boolean dialled = told.text("Direction").filter("outbound-dial"::equals).isPresent();
    boolean inbound = told.text("Direction").filter("inbound"::equals).isPresent();
    return dialled && parent.isPresent()
        ? new Leg(
            parent.get(),
            true,
            told.texts("To").stream().map(TwilioVoice::alias).toList())
        : new Leg(own, inbound, List.of());
  }

  /** {@code client:anna} and {@code sip:anna@pbx} are anna. */
  private static String alias(String to) {
    return to.replaceFirst("^(client|sips?):", "").replaceFirst("[@;].*$", "");
  }

  private static Optional<InteractionStep> step(String status, Leg leg) {
    boolean agents = !leg.agents().isEmpty();
    return switch (status) {
      case "queued", "initiated" -> agents ? Optional.empty() : Optional.of(InteractionStep.QUEUED);
      case "ringing" -> Optional.of(agents ? InteractionStep.RINGING : InteractionStep.QUEUED);
      case "in-progress" -> agents ? Optional.of(InteractionStep.ANSWERED) : Optional.empty();
      case "busy", "failed", "no-answer", "canceled" ->
        Optional.of(agents ? InteractionStep.WITHDRAWN : InteractionStep.ENDED);
      case "completed" -> Optional.of(InteractionStep.ENDED);
      default -> Optional.empty();
    };
  }

  private InteractionEvent event(
      FormFields told, DoorRequest request, Leg leg, InteractionStep interactionStep) {
    String status = told.required("CallStatus");
    boolean toAgent = !leg.agents().isEmpty();
    InteractionEvent event = new InteractionEvent(
        told.required("CallSid") + " " + status + " "
            + told.text("SequenceNumber").orElse(""),
        told.text("Timestamp").flatMap(TwilioVoice::time).orElse(request.receivedAt()),
        interactionStep,
        leg.call(),
        Optional.of(Channel.CALL),
        Optional.of(leg.inbound() ? Direction.IN : Direction.OUT),
        told.text("From"),
        toAgent ? Optional.empty() : told.text("To"),
        door.queue(),
        leg.agents(),
        cause(status),
        List.of(),
        told.text("ForwardedFrom").map(from -> Map.of("forwardedFrom", from)).orElse(Map.of()),
        Optional.empty());
    return event.called(leg.inbound() ? told.text("CallerName") : Optional.empty());
  }

  private static Optional<EndCause> cause(String status) {
    return switch (status) {
      case "busy" -> Optional.of(EndCause.REJECTED);
      case "no-answer", "failed" -> Optional.of(EndCause.MISSED);
      case "canceled" -> Optional.of(EndCause.ABANDONED);
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
