package shopbell.ingress.zammad;

import java.util.ArrayList;
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
import shopbell.model.Rejected;
import shopbell.model.event.EndCause;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionStep;
import shopbell.model.interaction.EventKey;

/** Zammad's generic CTI (docs: api/generic-cti), which any PBX can send: newCall, answer, hangup. */
public final class ZammadCti implements EventAdapter {
  private static final DoorReply OK = new DoorReply(200, "application/json", "{}");
  private static final String VOICEMAIL = "voicemail";

  /** Causes that say more than "it is over"; {@code normalClearing} says no more. */
  private static final Map<String, EndCause> CAUSES = Map.of(
      "busy", EndCause.REJECTED,
      "cancel", EndCause.ABANDONED,
      "noAnswer", EndCause.MISSED,
      "congestion", EndCause.MISSED,
      "notFound", EndCause.MISSED,
      "forwarded", EndCause.FORWARDED);

  private final DoorSettings door;

  public ZammadCti(DoorSettings door) {
    this.door = door;
  }

  @Override
  public ParsedRequest read(DoorRequest request) {
    FormFields told = FormFields.of(request);
    boolean mailbox = told.texts("user").contains(VOICEMAIL);
    InteractionStep interactionStep = step(told, mailbox);
    Optional<EndCause> cause =
        mailbox ? Optional.of(EndCause.VOICEMAIL) : told.text("cause").map(CAUSES::get);
    String call = told.required("callId", "call_id");
    InteractionEvent event = new InteractionEvent(
        EventKey.ofContent(call, told.raw()),
        request.receivedAt(),
        interactionStep,
        call,
        Optional.of(Channel.CALL),
        Optional.of(direction(told)),
        told.text("from"),
        told.text("to"),
        told.text("queue").or(door::queue),
        interactionStep == InteractionStep.ENDED ? List.of() : agents(told, interactionStep),
        interactionStep == InteractionStep.ENDED ? cause : Optional.empty(),
        List.of(),
        Map.of(),
        Optional.empty());
    return ParsedRequest.of(
        Optional.of(event.called(told.text("displayName", "callerName", "caller_name"))), OK);
  }

  private static Direction direction(FormFields told) {
    return switch (told.required("direction")) {
      case "in" -> Direction.IN;
      case "out" -> Direction.OUT;
      default -> throw Rejected.field("/direction", "is in or out");
    };
  }

  private static InteractionStep step(FormFields told, boolean mailbox) {
    return switch (told.required("event")) {
      case "newCall" ->
        told.texts("user").isEmpty() ? InteractionStep.QUEUED : InteractionStep.RINGING;
      case "answer" -> mailbox ? InteractionStep.ENDED : InteractionStep.ANSWERED;
      case "hangup" -> InteractionStep.ENDED;
      default -> throw Rejected.field("/event", "is newCall, answer or hangup");
    };
  }

  /**
   * On answer, the number that answered comes first; the samples then repeat, as caller, all numbers that were rung.
   */
  private static List<String> agents(FormFields told, InteractionStep interactionStep) {
    if (interactionStep != InteractionStep.ANSWERED) {
      return told.texts("user");
    }
    List<String> agents = new ArrayList<>(told.texts("answeringNumber"));
    agents.addAll(told.texts("user"));
    agents.addAll(told.texts("user_id"));
    return agents.isEmpty() ? told.texts("caller") : agents;
  }
}
