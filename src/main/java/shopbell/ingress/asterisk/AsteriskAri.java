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
import shopbell.model.InteractionEvent;
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

  private static final Set<String> UNDECIDED =
      Set.of("RINGING", "PROGRESS", "PROCEEDING", "TRYING");

  private final DoorSettings door;
  private final Exchange exchange = new Exchange();

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
      case "Dial" -> dial(frame);
      case "ChannelEnteredBridge" -> bridged(frame);
      case "ChannelHold" -> ofCall(frame, Step.HELD);
      case "ChannelUnhold" -> ofCall(frame, Step.RESUMED);
      case "ChannelDestroyed" -> destroyed(frame);
      case "RESTResponse" -> compared(frame);
      default -> List.of();
    };
  }

  private List<Inbound> created(Frame frame, Channel channel) {
    if (!channel.calls() || channel.callsInside() || exchange.of(channel).isPresent()) {
      return List.of();
    }
    Exchange.Call call = exchange.begin(channel, frame.text("/asterisk_id"), channel.inside());
    Direction direction = call.out ? Direction.OUT : Direction.IN;
    Step step = call.out ? Step.RINGING : Step.QUEUED;
    Said said = new Said(call.id, step, "begun");
    return List.of(event(
        frame,
        said.by(call.out ? channel.agents() : List.of()),
        new Numbers(Optional.of(direction), known(channel.caller()), known(channel.exten())),
        door.queue()));
  }

  /** The queue by its name, and the mailbox. */
  private List<Inbound> dialplan(Frame frame) {
    Optional<Exchange.Call> call = exchange.rootedIn(frame.text("/channel/id"));
    String app = frame.text("/dialplan_app");
    if (call.isEmpty()) {
      return List.of();
    }
    if (app.equalsIgnoreCase("VoiceMail")) {
      call.get().voicemail = true;
      return List.of();
    }
    String queue = frame.text("/dialplan_app_data").split(",", 2)[0].strip();
    return app.equalsIgnoreCase("Queue") && !queue.isEmpty()
        ? List.of(event(
            frame, new Said(call.get().id, Step.QUEUED, "queue"), Numbers.NONE, Optional.of(queue)))
        : List.of();
  }

  private List<Inbound> dial(Frame frame) {
    Channel peer = channel(frame, "/peer");
    Optional<Exchange.Call> of =
        frame.tree().has("caller") ? exchange.of(channel(frame, "/caller")) : exchange.of(peer);
    if (of.isEmpty()) {
      return List.of();
    }
    Exchange.Call call = of.get();
    exchange.join(peer, call);
    String status = frame.text("/dialstatus");
    if (call.out) {
      return status.equals("ANSWER") ? answered(frame, call, peer) : List.of();
    }
    if (status.equals("ANSWER")) {
      return answered(frame, call, peer);
    }
    if (UNDECIDED.contains(status)) {
      return List.of();
    }
    Step begun = call.answered() ? Step.TRANSFERRED : Step.RINGING;
    Step step = status.isEmpty() ? begun : Step.WITHDRAWN;
    return step == Step.WITHDRAWN && call.answered()
        ? List.of()
        : List.of(event(frame, new Said(call.id, step, peer.id()).by(peer.agents())));
  }

  /** Of an outgoing call the agent is the one who called, and is known. */
  private List<Inbound> answered(Frame frame, Exchange.Call call, Channel leg) {
    if (!call.talking.add(leg.id())) {
      return List.of();
    }
    List<String> agents = call.out ? List.of() : leg.agents();
    return List.of(event(frame, new Said(call.id, Step.ANSWERED, leg.id()).by(agents)));
  }

  /** Programs that bridge legs themselves say nothing of dialling. */
  private List<Inbound> bridged(Frame frame) {
    Channel entered = channel(frame, "/channel");
    Optional<Exchange.Call> call = exchange.of(entered);
    for (JsonNode id : frame.tree().at("/bridge/channels")) {
      call = call.or(() -> exchange.rootedIn(id.asText()));
    }
    if (call.isEmpty() || call.get().id.equals(entered.id())) {
      return List.of();
    }
    exchange.join(entered, call.get());
    boolean local = entered.pair().isPresent();
    return local ? List.of() : answered(frame, call.get(), entered);
  }

  private List<Inbound> ofCall(Frame frame, Step step) {
    return exchange
        .of(channel(frame, "/channel"))
        .<List<Inbound>>map(
            call -> List.of(event(frame, new Said(call.id, step, frame.text("/timestamp")))))
        .orElse(List.of());
  }

  private List<Inbound> destroyed(Frame frame) {
    return exchange
        .rootedIn(frame.text("/channel/id"))
        .<List<Inbound>>map(call ->
            List.of(ended(frame, call, CAUSES.get(frame.tree().path("cause").asInt()))))
        .orElse(List.of());
  }

  private Inbound ended(Frame frame, Exchange.Call call, Cause unanswered) {
    exchange.end(call);
    Cause cause = call.answered()
        ? Cause.COMPLETED
        : call.voicemail ? Cause.VOICEMAIL : unanswered == null ? Cause.ABANDONED : unanswered;
    return event(frame, new Said(call.id, Step.ENDED, "end").because(cause));
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

  /** What is said of which call; {@code mark} tells one saying from the next. */
  private record Said(
      String call, Step step, String mark, List<String> agents, Optional<Cause> cause) {
    Said(String call, Step step, String mark) {
      this(call, step, mark, List.of(), Optional.empty());
    }

    Said by(List<String> who) {
      return new Said(call, step, mark, who, cause);
    }

    Said because(Cause why) {
      return new Said(call, step, mark, agents, Optional.of(why));
    }
  }

  private record Numbers(
      Optional<Direction> direction, Optional<String> from, Optional<String> to) {
    static final Numbers NONE = new Numbers(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private InteractionEvent event(Frame frame, Said said) {
    return event(frame, said, Numbers.NONE, Optional.empty());
  }

  private InteractionEvent event(Frame frame, Said said, Numbers numbers, Optional<String> queue) {
    return new InteractionEvent(
        said.call() + " " + said.step() + " " + said.mark(),
        frame.at(),
        said.step(),
        said.call(),
        Optional.of(shopbell.model.Channel.CALL),
        numbers.direction(),
        numbers.from(),
        numbers.to(),
        queue,
        said.agents(),
        said.cause(),
        List.of(),
        Map.of(),
        Optional.empty());
  }

  private static Channel channel(Frame frame, String pointer) {
    return Channel.of(frame.tree().at(pointer));
  }

  private static Optional<String> known(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty() && !t.equals("s"));
  }
}
