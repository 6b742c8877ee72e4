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
import shopbell.ingress.StreamAdapter;
import shopbell.model.Cause;
import shopbell.model.Direction;
import shopbell.model.Inbound;
import shopbell.model.Step;

/**
 * Asterisk's own events on a WebSocket that Asterisk opens to us (docs.asterisk.org, "ARI Outbound Websockets"), with {@code
 * subscribe_all=yes}. ARI names no call, only legs: they are joined by who dials whom and by bridges.
 *
 * <p>What happened while the line was down is asked for when it is up again: calls whose first leg is gone have ended.
 */
public final class AsteriskAri implements StreamAdapter {
  private static final String CHANNELS = "shopbell-channels";
  private static final String ASK = "{\"type\":\"RESTRequest\",\"request_id\":\"" + CHANNELS
      + "\",\"method\":\"GET\",\"uri\":\"channels\"}";

  /** Q.850, 2.2.7: what nobody answered for the caller's own sake, or for ours. */
  private static final Map<Integer, Cause> CAUSES = Map.of(
      17, Cause.REJECTED,
      18, Cause.MISSED,
      19, Cause.MISSED,
      20, Cause.MISSED,
      21, Cause.REJECTED,
      34, Cause.MISSED);

  private final DoorSettings door;
  private final Exchange exchange = new Exchange();
  private final Transfers transfers = new Transfers(exchange);
  private final DialEvents dials = new DialEvents(exchange);

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
    Optional<Frame> frame = Frame.of(text, now);
    return frame.map(this::read).orElse(List.of());
  }

  private List<Inbound> read(Frame frame) {
    return switch (frame.text("/type")) {
      case "ChannelCreated", "StasisStart" -> created(frame, channel(frame, "/channel"));
      case "ChannelDialplan" -> dialplan(frame);
      case "Dial" -> dials.dial(frame);
      case "ChannelEnteredBridge" -> bridged(frame);
      case "ChannelHold" -> held(frame, true);
      case "ChannelUnhold" -> held(frame, false);
      case "BridgeBlindTransfer" -> said(frame, transfers.blind(frame));
      case "BridgeAttendedTransfer" -> said(frame, transfers.attended(frame));
      case "ChannelDestroyed" -> destroyed(frame);
      case "RESTResponse" -> compared(frame);
      default -> List.of();
    };
  }

  private static List<Inbound> said(Frame frame, List<Said> said) {
    return said.stream().<Inbound>map(each -> each.event(frame)).toList();
  }

  private List<Inbound> created(Frame frame, Channel channel) {
    if (!channel.calls() || exchange.of(channel).isPresent()) {
      return List.of();
    }
    if (channel.callsInside()) {
      // with a customer on hold it asks a colleague, who sees the card too
      exchange.heldBy(channel.endpoint()).ifPresent(call -> {
        exchange.join(channel, call);
        call.asking.add(channel.id());
      });
      return List.of();
    }
    Exchange.Call call = exchange.begin(channel, frame.text("/asterisk_id"), channel.inside());
    Direction direction = call.out ? Direction.OUT : Direction.IN;
    Step step = call.out ? Step.RINGING : Step.QUEUED;
    Said said = new Said(call.id, step, "begun").in(door.queue());
    return List.of(said.by(call.out ? channel.agents() : List.of())
        .event(
            frame,
            new Said.Numbers(
                Optional.of(direction),
                known(channel.caller()),
                known(channel.exten()),
                call.out ? Optional.empty() : known(channel.callerName()))));
  }

  /** The queue by its name, and the mailbox. */
  private List<Inbound> dialplan(Frame frame) {
    Channel leg = channel(frame, "/channel");
    Optional<Exchange.Call> of = exchange.of(leg).filter(call -> !call.left);
    if (of.isEmpty()) {
      return List.of();
    }
    Exchange.Call call = of.get();
    boolean customer = call.root.equals(leg.id());
    String app = frame.text("/dialplan_app");
    if (app.equalsIgnoreCase("VoiceMail") && customer) {
      call.voicemail = true;
      return List.of();
    }
    Optional<String> queue =
        known(frame.text("/dialplan_app_data").split(",", 2)[0].strip());
    if (!app.equalsIgnoreCase("Queue") || queue.isEmpty()) {
      return List.of();
    }
    if (!customer) {
      call.consultedQueue = queue;
      return List.of();
    }
    Step step = call.answered() ? Step.TRANSFERRED : Step.QUEUED;
    call.handedOn();
    return List.of(
        new Said(call.id, step, "queue " + frame.text("/timestamp")).in(queue).event(frame));
  }

  /** Programs that bridge legs themselves say nothing of dialling. */
  private List<Inbound> bridged(Frame frame) {
    Channel entered = channel(frame, "/channel");
    Optional<Exchange.Call> call = exchange.of(entered);
    for (JsonNode id : frame.tree().at("/bridge/channels")) {
      call = call.or(() -> exchange.rootedIn(id.asText()));
    }
    if (call.isEmpty() || call.get().left || call.get().root.equals(entered.id())) {
      return List.of();
    }
    exchange.join(entered, call.get());
    boolean local = entered.pair().isPresent();
    return local ? List.of() : dials.answered(frame, call.get(), entered);
  }

  /** By the agent who talks to the customer; whom that one asks meanwhile has no say in it. */
  private List<Inbound> held(Frame frame, boolean held) {
    Channel leg = channel(frame, "/channel");
    Optional<Exchange.Call> of = exchange.of(leg).filter(call -> !call.left);
    if (of.filter(call -> call.talking.containsKey(leg.id()) || call.root.equals(leg.id()))
        .isEmpty()) {
      return List.of();
    }
    Exchange.Call call = of.get();
    if (call.consulted.containsKey(leg.id())) {
      return List.of();
    }
    call.holder = held ? Optional.of(leg.endpoint()) : Optional.empty();
    Step step = held ? Step.HELD : Step.RESUMED;
    return List.of(new Said(call.id, step, frame.text("/timestamp")).event(frame));
  }

  private List<Inbound> destroyed(Frame frame) {
    Channel leg = channel(frame, "/channel");
    return exchange
        .rootedIn(leg.id())
        .<List<Inbound>>map(call ->
            List.of(ended(frame, call, CAUSES.get(frame.tree().path("cause").asInt()))))
        .or(() -> exchange.of(leg).map(call -> putDown(frame, call, leg)))
        .orElse(List.of());
  }

  /** One of several agents is out of it; the last one is until somebody takes over or the end. */
  private static List<Inbound> putDown(Frame frame, Exchange.Call call, Channel leg) {
    boolean asked = call.consulted.remove(leg.id()) != null;
    boolean others = call.talksWithout(leg) && call.talking.remove(leg.id()) != null;
    return asked || others
        ? List.of(new Said(call.id, Step.WITHDRAWN, leg.id()).by(leg.agents()).event(frame))
        : List.of();
  }

  private Inbound ended(Frame frame, Exchange.Call call, Cause unanswered) {
    exchange.end(call);
    Cause cause = call.answered()
        ? Cause.COMPLETED
        : call.voicemail ? Cause.VOICEMAIL : unanswered == null ? Cause.ABANDONED : unanswered;
    return new Said(call.id, Step.ENDED, "end").because(cause).event(frame);
  }

  /** The list of all channels, once the line is up again. */
  private List<Inbound> compared(Frame frame) {
    if (!frame.text("/request_id").equals(CHANNELS)
        || frame.tree().path("status_code").asInt() != 200) {
      return List.of();
    }
    List<Inbound> events = new ArrayList<>();
    Set<String> there = new HashSet<>();
    Frame.list(frame.text("/message_body")).forEach(tree -> {
      Channel channel = Channel.of(tree);
      there.add(channel.id());
      events.addAll(created(frame, channel));
    });
    for (Exchange.Call gone : exchange.goneFrom(frame.text("/asterisk_id"), there)) {
      events.add(ended(frame, gone, null));
    }
    return events;
  }

  private static Channel channel(Frame frame, String pointer) {
    return Channel.of(frame.tree().at(pointer));
  }

  private static Optional<String> known(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty() && !t.equals("s"));
  }
}
