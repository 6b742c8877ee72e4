package shopbell.ingress.sipgate;

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

/**
 * sipgate.io's push API (developer.sipgate.io/push-api): only newCall is sent by default; the XML response to it
 * subscribes to answer and hangup.
 */
public final class Sipgate implements EventAdapter {
  private static final String VOICEMAIL = "voicemail";

  private static final Map<String, EndCause> CAUSES = Map.of(
      "busy", EndCause.REJECTED,
      "cancel", EndCause.ABANDONED,
      "noAnswer", EndCause.MISSED,
      "congestion", EndCause.MISSED,
      "notFound", EndCause.MISSED,
      "forwarded", EndCause.FORWARDED);

  private final DoorSettings door;

  public Sipgate(DoorSettings door) {
    this.door = door;
  }

  @Override
  public boolean needsAddress() {
    return true;
  }

  @Override
  public ParsedRequest read(DoorRequest request) {
    FormFields told = FormFields.urlEncoded(request);
    String event = told.required("event");
    Optional<InteractionEvent> said = switch (event) {
      case "newCall" ->
        Optional.of(event(told, request, InteractionStep.RINGING, Optional.empty()));
      case "answer" -> Optional.of(answered(told, request));
      case "hangup" ->
        Optional.of(
            event(told, request, InteractionStep.ENDED, told.text("cause").map(CAUSES::get)));
      case "dtmf" -> Optional.empty();
      default -> throw Rejected.field("/event", "is newCall, answer, hangup or dtmf");
    };
    return ParsedRequest.of(said, subscribe(request.url()));
  }

  private InteractionEvent answered(FormFields told, DoorRequest request) {
    return told.texts("user").contains(VOICEMAIL)
        ? event(told, request, InteractionStep.ENDED, Optional.of(EndCause.VOICEMAIL))
        : event(told, request, InteractionStep.ANSWERED, Optional.empty());
  }

  private InteractionEvent event(
      FormFields told,
      DoorRequest request,
      InteractionStep interactionStep,
      Optional<EndCause> cause) {
    String call = told.required("callId");
    List<String> agents =
        interactionStep == InteractionStep.ENDED ? List.of() : agents(told, interactionStep);
    return new InteractionEvent(
        EventKey.ofContent(call, told.raw()),
        request.receivedAt(),
        interactionStep == InteractionStep.RINGING && agents.isEmpty()
            ? InteractionStep.QUEUED
            : interactionStep,
        call,
        Optional.of(Channel.CALL),
        told.text("direction").map(Sipgate::direction),
        told.text("from"),
        told.text("to"),
        door.queue(),
        agents,
        cause,
        List.of(),
        told.text("diversion").map(diverted -> Map.of("diversion", diverted)).orElse(Map.of()),
        told.text("origCallId").filter(original -> !original.equals(call)));
  }

  private static Direction direction(String word) {
    return switch (word) {
      case "in" -> Direction.IN;
      case "out" -> Direction.OUT;
      default -> throw Rejected.field("/direction", "is in or out");
    };
  }

  private static List<String> agents(FormFields told, InteractionStep interactionStep) {
    List<String> agents = new ArrayList<>(told.texts("user"));
    agents.addAll(told.texts("fullUserId"));
    agents.addAll(told.texts("userId"));
    if (interactionStep == InteractionStep.ANSWERED) {
      agents.addAll(told.texts("answeringNumber"));
    }
    return agents;
  }

  private static DoorReply subscribe(String url) {
    String safe = url.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    return new DoorReply(
        200,
        "application/xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response onAnswer=\"" + safe
            + "\" onHangup=\"" + safe + "\"/>\n");
  }
}
