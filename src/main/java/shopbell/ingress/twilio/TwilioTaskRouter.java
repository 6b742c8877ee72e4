package shopbell.ingress.twilio;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shopbell.ingress.DoorReply;
import shopbell.ingress.DoorRequest;
import shopbell.ingress.DoorSettings;
import shopbell.ingress.EventAdapter;
import shopbell.ingress.FormFields;
import shopbell.ingress.ParsedRequest;
import shopbell.json.JsonFields;
import shopbell.json.StrictJson;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.Rejected;
import shopbell.model.event.EndCause;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionStep;

/** Twilio TaskRouter's event callback (twilio.com/docs/taskrouter/api/event/reference); a task is an interaction. */
public final class TwilioTaskRouter implements EventAdapter {
  private static final DoorReply NOTHING = new DoorReply(204, "", "");
  private static final int LONGEST = 500;
  private static final long LATEST_SECONDS = 100_000_000_000L;

  private static final Map<String, InteractionStep> STEPS = Map.ofEntries(
      Map.entry("task.created", InteractionStep.QUEUED),
      Map.entry("task-queue.entered", InteractionStep.QUEUED),
      Map.entry("reservation.created", InteractionStep.RINGING),
      Map.entry("reservation.accepted", InteractionStep.ANSWERED),
      Map.entry("reservation.rejected", InteractionStep.WITHDRAWN),
      Map.entry("reservation.timeout", InteractionStep.WITHDRAWN),
      Map.entry("reservation.canceled", InteractionStep.WITHDRAWN),
      Map.entry("reservation.rescinded", InteractionStep.WITHDRAWN),
      Map.entry("reservation.wrapup", InteractionStep.WITHDRAWN),
      Map.entry("reservation.completed", InteractionStep.WITHDRAWN),
      Map.entry("task.wrapup", InteractionStep.ENDED),
      Map.entry("task.completed", InteractionStep.ENDED),
      Map.entry("task.canceled", InteractionStep.ENDED));

  private static final String WORKER = "WK";
  private static final Set<String> PUT_DOWN = Set.of("reservation.wrapup", "reservation.completed");
  private static final Set<String> OVER = Set.of("wrapping", "completed", "canceled");
  private static final String INITIATED = "task.transfer-initiated";

  private final DoorSettings door;
  private final TwilioSignature signature;

  public TwilioTaskRouter(DoorSettings door) {
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
    return ParsedRequest.of(step(told).map(s -> event(told, request, s)), NOTHING);
  }

  private static Optional<InteractionStep> step(FormFields told) {
    String type = told.required("EventType");
    boolean over = told.text("TaskAssignmentStatus").filter(OVER::contains).isPresent();
    // after a transfer one worker is done with the task, and the other continues
    return PUT_DOWN.contains(type) && over
        ? Optional.of(InteractionStep.ENDED)
        : Optional.ofNullable(STEPS.get(type)).or(() -> handedOn(told, type));
  }

  /** A warm transfer puts the customer on hold until the other worker answers; a cold one leaves at once. */
  private static Optional<InteractionStep> handedOn(FormFields told, String type) {
    boolean warm = told.text("TransferMode").filter("WARM"::equalsIgnoreCase).isPresent();
    return switch (type) {
      case INITIATED -> Optional.of(warm ? InteractionStep.HELD : InteractionStep.TRANSFERRED);
      case "task.transfer-completed", "task.transfer-canceled", "task.transfer-failed" ->
        warm ? Optional.of(InteractionStep.RESUMED) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private InteractionEvent event(
      FormFields told, DoorRequest request, InteractionStep interactionStep) {
    String type = told.required("EventType");
    JsonFields task = json(told, "TaskAttributes");
    InteractionEvent event = new InteractionEvent(
        type + " " + told.required("TaskSid") + " "
            + told.text("ReservationSid").or(() -> told.text("TransferSid")).orElse("") + " "
            + told.text("Timestamp").orElse(""),
        at(told, type).orElse(request.receivedAt()),
        interactionStep,
        told.required("TaskSid"),
        Optional.of(channel(told.text("TaskChannelUniqueName").orElse("voice"))),
        Optional.of(
            task.optional("direction", LONGEST).filter("outbound"::equals).isPresent()
                ? Direction.OUT
                : Direction.IN),
        task.optional("from", LONGEST).or(() -> task.optional("caller", LONGEST)),
        task.optional("to", LONGEST).or(() -> task.optional("called", LONGEST)),
        queue(told, interactionStep),
        agents(told, interactionStep),
        type.equals("task.canceled") ? Optional.of(EndCause.ABANDONED) : Optional.empty(),
        List.of(),
        task.optional("call_sid", LONGEST).map(sid -> Map.of("callSid", sid)).orElse(Map.of()),
        Optional.empty());
    return event.called(
        task.optional("caller_name", LONGEST).or(() -> task.optional("name", LONGEST)));
  }

  private Optional<String> queue(FormFields told, InteractionStep interactionStep) {
    Optional<String> named = told.text("TaskQueueName").or(door::queue);
    return interactionStep == InteractionStep.TRANSFERRED
        ? named.or(() -> told.text("TransferTo"))
        : named;
  }

  private static List<String> agents(FormFields told, InteractionStep interactionStep) {
    return switch (interactionStep) {
      case ENDED, QUEUED, HELD, RESUMED -> List.of();
      case TRANSFERRED ->
        told.text("TransferTo").filter(to -> to.startsWith(WORKER)).stream().toList();
      default -> worker(told);
    };
  }

  private static List<String> worker(FormFields told) {
    List<String> names = new ArrayList<>(told.texts("WorkerName"));
    names.addAll(told.texts("WorkerSid"));
    json(told, "WorkerAttributes")
        .optional("contact_uri", LONGEST)
        .map(uri -> uri.replaceFirst("^(client|sips?):", "").replaceFirst("[@;].*$", ""))
        .ifPresent(names::add);
    return names.stream().distinct().toList();
  }

  private static JsonFields json(FormFields told, String name) {
    String text = told.text(name).orElse("{}");
    try {
      return JsonFields.of(StrictJson.read(text), "/" + name);
    } catch (Rejected unreadable) {
      throw Rejected.field("/" + name, "is a JSON object as text");
    }
  }

  private static Channel channel(String name) {
    return switch (name) {
      case "chat" -> Channel.CHAT;
      case "sms", "messaging" -> Channel.MESSAGE;
      case "email" -> Channel.EMAIL;
      default -> Channel.CALL;
    };
  }

  /** The start of a transfer sorts before a reservation for it in the same second: it is set 1 ms back. */
  private static Optional<Instant> at(FormFields told, String type) {
    return told.text("TimestampMs")
        .or(() -> told.text("Timestamp"))
        .flatMap(TwilioTaskRouter::time)
        .map(at -> type.equals(INITIATED) ? at.minusMillis(1) : at);
  }

  /** Seconds or milliseconds since 1970. */
  private static Optional<Instant> time(String text) {
    if (!text.matches("\\d{9,13}")) {
      return Optional.empty();
    }
    long number = Long.parseLong(text);
    return Optional.of(
        number < LATEST_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
  }
}
