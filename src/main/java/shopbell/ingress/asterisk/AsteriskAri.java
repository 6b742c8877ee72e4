package shopbell.ingress.asterisk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shopbell.ingress.DoorSettings;
import shopbell.ingress.SocketAdapter;
import shopbell.model.Direction;
import shopbell.model.event.EndCause;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionStep;

/**
 * Asterisk's own events on a WebSocket that Asterisk opens to us (docs.asterisk.org, "ARI Outbound Websockets"), with
 * {@code subscribe_all=yes}. ARI has no calls, only legs: they are joined by dial events and by bridges.
 *
 * <p>After a lost connection the current channels are queried: calls whose first leg is gone have ended.
 */
public final class AsteriskAri implements SocketAdapter {
  private static final String CHANNELS = "shopbell-channels";
  private static final String ASK = "{\"type\":\"RESTRequest\",\"request_id\":\"" + CHANNELS
      + "\",\"method\":\"GET\",\"uri\":\"channels\"}";

  /** Q.850, 2.2.7: hangup causes of an unanswered call, and the end cause each one means. */
  private static final Map<Integer, EndCause> CAUSES = Map.of(
      17, EndCause.REJECTED,
      18, EndCause.MISSED,
      19, EndCause.MISSED,
      20, EndCause.MISSED,
      21, EndCause.REJECTED,
      34, EndCause.MISSED);

  private final DoorSettings door;
  private final CallCorrelator callCorrelator = new CallCorrelator();
  private final CallTransfers callTransfers = new CallTransfers(callCorrelator);
  private final DialEvents dials = new DialEvents(callCorrelator);

  public AsteriskAri(DoorSettings door) {
    this.door = door;
  }

  @Override
  public String protocol() {
    return "ari";
  }

  @Override
  public List<String> greeting() {
    return List.of(ASK);
  }

  @Override
  public synchronized List<Inbound> heard(String text, Instant now) {
    Optional<AriEvent> frame = AriEvent.of(text, now);
    return frame.map(this::read).orElse(List.of());
  }

  private List<Inbound> read(AriEvent ariEvent) {
    return switch (ariEvent.text("/type")) {
      case "ChannelCreated", "StasisStart" -> created(ariEvent, channel(ariEvent, "/channel"));
      case "ChannelDialplan" -> dialplan(ariEvent);
      case "Dial" -> dials.dial(ariEvent);
      case "ChannelEnteredBridge" -> bridged(ariEvent);
      case "ChannelHold" -> held(ariEvent, true);
      case "ChannelUnhold" -> held(ariEvent, false);
      case "BridgeBlindTransfer" -> said(ariEvent, callTransfers.blind(ariEvent));
      case "BridgeAttendedTransfer" -> said(ariEvent, callTransfers.attended(ariEvent));
      case "ChannelDestroyed" -> destroyed(ariEvent);
      case "RESTResponse" -> compared(ariEvent);
      default -> List.of();
    };
  }

  private static List<Inbound> said(AriEvent ariEvent, List<CallStatement> said) {
    return said.stream().<Inbound>map(each -> each.event(ariEvent)).toList();
  }

  private List<Inbound> created(AriEvent ariEvent, AriChannel ariChannel) {
    if (!ariChannel.calls() || callCorrelator.of(ariChannel).isPresent()) {
      return List.of();
    }
    if (ariChannel.callsInside()) {
      // while the customer is on hold, the agent calls a colleague, who sees the card too
      callCorrelator.heldBy(ariChannel.endpoint()).ifPresent(call -> {
        callCorrelator.join(ariChannel, call);
        call.asking.add(ariChannel.id());
      });
      return List.of();
    }
    CallCorrelator.Call call =
        callCorrelator.begin(ariChannel, ariEvent.text("/asterisk_id"), ariChannel.inside());
    Direction direction = call.out ? Direction.OUT : Direction.IN;
    InteractionStep interactionStep = call.out ? InteractionStep.RINGING : InteractionStep.QUEUED;
    CallStatement callStatement =
        new CallStatement(call.id, interactionStep, "begun").in(door.queue());
    return List.of(callStatement
        .by(call.out ? ariChannel.agents() : List.of())
        .event(
            ariEvent,
            new CallStatement.Numbers(
                Optional.of(direction),
                known(ariChannel.caller()),
                known(ariChannel.exten()),
                call.out ? Optional.empty() : known(ariChannel.callerName()))));
  }

  /** The queue by its name, and the mailbox. */
  private List<Inbound> dialplan(AriEvent ariEvent) {
    AriChannel leg = channel(ariEvent, "/channel");
    Optional<CallCorrelator.Call> of = callCorrelator.of(leg).filter(call -> !call.left);
    if (of.isEmpty()) {
      return List.of();
    }
    CallCorrelator.Call call = of.get();
    boolean customer = call.root.equals(leg.id());
    String app = ariEvent.text("/dialplan_app");
    if (app.equalsIgnoreCase("VoiceMail") && customer) {
      call.voicemail = true;
      return List.of();
    }
    Optional<String> queue =
        known(ariEvent.text("/dialplan_app_data").split(",", 2)[0].strip());
    if (!app.equalsIgnoreCase("Queue") || queue.isEmpty()) {
      return List.of();
    }
    if (!customer) {
      call.consultedQueue = queue;
      return List.of();
    }
    InteractionStep interactionStep =
        call.answered() ? InteractionStep.TRANSFERRED : InteractionStep.QUEUED;
    call.handedOn();
    return List.of(
        new CallStatement(call.id, interactionStep, "queue " + ariEvent.text("/timestamp"))
            .in(queue)
            .event(ariEvent));
  }

  /** Programs that bridge legs themselves send no dial events. */
  private List<Inbound> bridged(AriEvent ariEvent) {
    AriChannel entered = channel(ariEvent, "/channel");
    Optional<CallCorrelator.Call> call = callCorrelator.of(entered);
    for (JsonNode id : ariEvent.tree().at("/bridge/channels")) {
      call = call.or(() -> callCorrelator.rootedIn(id.asText()));
    }
    if (call.isEmpty() || call.get().left || call.get().root.equals(entered.id())) {
      return List.of();
    }
    callCorrelator.join(entered, call.get());
    boolean local = entered.pair().isPresent();
    return local ? List.of() : dials.answered(ariEvent, call.get(), entered);
  }

  /** Only the agent who talks to the customer holds the call; a consulted agent cannot. */
  private List<Inbound> held(AriEvent ariEvent, boolean held) {
    AriChannel leg = channel(ariEvent, "/channel");
    Optional<CallCorrelator.Call> of = callCorrelator.of(leg).filter(call -> !call.left);
    if (of.filter(call -> call.talking.containsKey(leg.id()) || call.root.equals(leg.id()))
        .isEmpty()) {
      return List.of();
    }
    CallCorrelator.Call call = of.get();
    if (call.consulted.containsKey(leg.id())) {
      return List.of();
    }
    call.holder = held ? Optional.of(leg.endpoint()) : Optional.empty();
    InteractionStep interactionStep = held ? InteractionStep.HELD : InteractionStep.RESUMED;
    return List.of(
        new CallStatement(call.id, interactionStep, ariEvent.text("/timestamp")).event(ariEvent));
  }

  private List<Inbound> destroyed(AriEvent ariEvent) {
    AriChannel leg = channel(ariEvent, "/channel");
    return callCorrelator
        .rootedIn(leg.id())
        .<List<Inbound>>map(call -> List.of(
            ended(ariEvent, call, CAUSES.get(ariEvent.tree().path("cause").asInt()))))
        .or(() -> callCorrelator.of(leg).map(call -> putDown(ariEvent, call, leg)))
        .orElse(List.of());
  }

  /** One of several agents has left the call; the last one stays until another takes over or the call ends. */
  private static List<Inbound> putDown(
      AriEvent ariEvent, CallCorrelator.Call call, AriChannel leg) {
    boolean asked = call.consulted.remove(leg.id()) != null;
    boolean others = call.talksWithout(leg) && call.talking.remove(leg.id()) != null;
    return asked || others
        ? List.of(new CallStatement(call.id, InteractionStep.WITHDRAWN, leg.id())
            .by(leg.agents())
            .event(ariEvent))
        : List.of();
  }

  private Inbound ended(AriEvent ariEvent, CallCorrelator.Call call, EndCause unanswered) {
    callCorrelator.end(call);
    EndCause endCause = call.answered()
        ? EndCause.COMPLETED
        : call.voicemail
            ? EndCause.VOICEMAIL
            : unanswered == null ? EndCause.ABANDONED : unanswered;
    return new CallStatement(call.id, InteractionStep.ENDED, "end")
        .because(endCause)
        .event(ariEvent);
  }

  /** The list of all channels, after a reconnection. */
  private List<Inbound> compared(AriEvent ariEvent) {
    if (!ariEvent.text("/request_id").equals(CHANNELS)
        || ariEvent.tree().path("status_code").asInt() != 200) {
      return List.of();
    }
    List<Inbound> events = new ArrayList<>();
    Set<String> there = new HashSet<>();
    AriEvent.list(ariEvent.text("/message_body")).forEach(tree -> {
      AriChannel ariChannel = AriChannel.of(tree);
      there.add(ariChannel.id());
      events.addAll(created(ariEvent, ariChannel));
    });
    for (CallCorrelator.Call gone : callCorrelator.goneFrom(ariEvent.text("/asterisk_id"), there)) {
      events.add(ended(ariEvent, gone, null));
    }
    return events;
  }

  private static AriChannel channel(AriEvent ariEvent, String pointer) {
    return AriChannel.of(ariEvent.tree().at(pointer));
  }

  private static Optional<String> known(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty() && !t.equals("s"));
  }
}
