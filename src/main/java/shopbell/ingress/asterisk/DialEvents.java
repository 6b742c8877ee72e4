package shopbell.ingress.asterisk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionStep;

/** {@code Dial}: legs that are rung for a call, agents' and outside ones, and how that ends (docs.asterisk.org, "Dial" of ARI's events). */
final class DialEvents {
  private static final Set<String> UNDECIDED =
      Set.of("RINGING", "PROGRESS", "PROCEEDING", "TRYING");

  private final CallCorrelator callCorrelator;

  DialEvents(CallCorrelator callCorrelator) {
    this.callCorrelator = callCorrelator;
  }

  /** A leg is dialled, is answered, or is not rung any more. */
  List<Inbound> dial(AriEvent ariEvent) {
    AriChannel peer = AriChannel.of(ariEvent.tree().path("peer"));
    AriChannel caller = AriChannel.of(ariEvent.tree().path("caller"));
    Optional<CallCorrelator.Call> of =
        callCorrelator.of(ariEvent.tree().has("caller") ? caller : peer);
    if (of.isEmpty() || of.get().left) {
      return List.of();
    }
    CallCorrelator.Call call = of.get();
    callCorrelator.join(peer, call);
    String status = ariEvent.text("/dialstatus");
    if (status.equals("ANSWER")) {
      return answered(ariEvent, call, peer);
    }
    if (UNDECIDED.contains(status)) {
      return List.of();
    }
    if (call.holder.isPresent() && !caller.id().equals(call.root)) {
      return consulted(ariEvent, call, peer);
    }
    if (call.callsOut()) {
      call.goesOutBy(peer);
      return List.of();
    }
    return rung(ariEvent, call, peer, caller);
  }

  private List<Inbound> rung(
      AriEvent ariEvent, CallCorrelator.Call call, AriChannel peer, AriChannel caller) {
    if (!ariEvent.text("/dialstatus").isEmpty()) {
      return call.answered()
          ? List.of()
          : List.of(new CallStatement(call.id, InteractionStep.WITHDRAWN, peer.id())
              .by(peer.agents())
              .event(ariEvent));
    }
    if (!call.answered()) {
      return List.of(new CallStatement(call.id, InteractionStep.RINGING, peer.id())
          .by(peer.agents())
          .event(ariEvent));
    }
    // the agent who talked has transferred the customer
    call.handedOn();
    call.left = call.outside(peer) || call.sentOutside(caller);
    return List.of(new CallStatement(call.id, InteractionStep.TRANSFERRED, peer.id())
        .by(call.left ? List.of() : peer.agents())
        .event(ariEvent));
  }

  /** A colleague is rung while the customer is on hold, or no longer. */
  private static List<Inbound> consulted(
      AriEvent ariEvent, CallCorrelator.Call call, AriChannel peer) {
    boolean rings = ariEvent.text("/dialstatus").isEmpty();
    boolean news = rings
        ? !call.outside(peer) && call.consulted.put(peer.id(), peer.agents()) == null
        : call.consulted.remove(peer.id()) != null;
    InteractionStep interactionStep = rings ? InteractionStep.RINGING : InteractionStep.WITHDRAWN;
    return news
        ? List.of(new CallStatement(call.id, interactionStep, peer.id())
            .by(peer.agents())
            .event(ariEvent))
        : List.of();
  }

  /** Of an outgoing call the agent is the caller, and is known. */
  List<Inbound> answered(AriEvent ariEvent, CallCorrelator.Call call, AriChannel leg) {
    if (call.asking.contains(leg.id()) || call.talking.put(leg.id(), leg.agents()) != null) {
      return List.of();
    }
    boolean customer = call.callsOut() && !call.consulted.containsKey(leg.id());
    return List.of(new CallStatement(call.id, InteractionStep.ANSWERED, leg.id())
        .by(customer ? List.of() : leg.agents())
        .event(ariEvent));
  }
}
