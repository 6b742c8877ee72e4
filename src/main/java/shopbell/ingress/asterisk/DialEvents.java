package shopbell.ingress.asterisk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import shopbell.model.Inbound;
import shopbell.model.Step;

/** {@code Dial}: legs that are rung for a call, agents' and outside ones, and how that ends (docs.asterisk.org, "Dial" of ARI's events). */
final class DialEvents {
  private static final Set<String> UNDECIDED =
      Set.of("RINGING", "PROGRESS", "PROCEEDING", "TRYING");

  private final Exchange exchange;

  DialEvents(Exchange exchange) {
    this.exchange = exchange;
  }

  /** A leg is dialled, is answered, or is not rung any more. */
  List<Inbound> dial(Frame frame) {
    Channel peer = Channel.of(frame.tree().path("peer"));
    Channel caller = Channel.of(frame.tree().path("caller"));
    Optional<Exchange.Call> of = exchange.of(frame.tree().has("caller") ? caller : peer);
    if (of.isEmpty() || of.get().left) {
      return List.of();
    }
    Exchange.Call call = of.get();
    exchange.join(peer, call);
    String status = frame.text("/dialstatus");
    if (status.equals("ANSWER")) {
      return answered(frame, call, peer);
    }
    if (UNDECIDED.contains(status)) {
      return List.of();
    }
    if (call.holder.isPresent() && !caller.id().equals(call.root)) {
      return consulted(frame, call, peer);
    }
    if (call.callsOut()) {
      call.goesOutBy(peer);
      return List.of();
    }
    return rung(frame, call, peer, caller);
  }

  private List<Inbound> rung(Frame frame, Exchange.Call call, Channel peer, Channel caller) {
    if (!frame.text("/dialstatus").isEmpty()) {
      return call.answered()
          ? List.of()
          : List.of(
              new Said(call.id, Step.WITHDRAWN, peer.id()).by(peer.agents()).event(frame));
    }
    if (!call.answered()) {
      return List.of(
          new Said(call.id, Step.RINGING, peer.id()).by(peer.agents()).event(frame));
    }
    // who talked has handed the customer on
    call.handedOn();
    call.left = call.outside(peer) || call.sentOutside(caller);
    return List.of(new Said(call.id, Step.TRANSFERRED, peer.id())
        .by(call.left ? List.of() : peer.agents())
        .event(frame));
  }

  /** A colleague is rung while the customer is on hold, or is not any more. */
  private static List<Inbound> consulted(Frame frame, Exchange.Call call, Channel peer) {
    boolean rings = frame.text("/dialstatus").isEmpty();
    boolean news = rings
        ? !call.outside(peer) && call.consulted.put(peer.id(), peer.agents()) == null
        : call.consulted.remove(peer.id()) != null;
    Step step = rings ? Step.RINGING : Step.WITHDRAWN;
    return news
        ? List.of(new Said(call.id, step, peer.id()).by(peer.agents()).event(frame))
        : List.of();
  }

  /** Of an outgoing call the agent is the one who called, and is known. */
  List<Inbound> answered(Frame frame, Exchange.Call call, Channel leg) {
    if (call.asking.contains(leg.id()) || call.talking.put(leg.id(), leg.agents()) != null) {
      return List.of();
    }
    boolean customer = call.callsOut() && !call.consulted.containsKey(leg.id());
    return List.of(new Said(call.id, Step.ANSWERED, leg.id())
        .by(customer ? List.of() : leg.agents())
        .event(frame));
  }
}
