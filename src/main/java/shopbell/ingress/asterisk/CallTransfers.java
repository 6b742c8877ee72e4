package shopbell.ingress.asterisk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import shopbell.model.event.InteractionStep;

/**
 * Calls that are transferred by the telephone (REFER) or a feature code: {@code BridgeBlindTransfer} and
 * {@code BridgeAttendedTransfer}. To another internal phone the call continues there; a call transferred to an outside
 * number has ended here.
 */
final class CallTransfers {
  private static final String DONE = "Success";

  /** Applications in which the agent's consultation target is still ringing. */
  private static final Set<String> RINGING = Set.of("Dial", "AppDial");

  private final CallCorrelator callCorrelator;

  CallTransfers(CallCorrelator callCorrelator) {
    this.callCorrelator = callCorrelator;
  }

  /** Where it rings next follows from the dial events, or from the queue it enters; an outside number ends it here. */
  List<CallStatement> blind(AriEvent ariEvent) {
    AriChannel from = AriChannel.of(ariEvent.tree().path("channel"));
    AriChannel customer = AriChannel.of(ariEvent.tree().path("transferee"));
    Optional<CallCorrelator.Call> of =
        callCorrelator.of(from).or(() -> callCorrelator.of(customer));
    if (!ariEvent.text("/result").equals(DONE) || of.isEmpty()) {
      return List.of();
    }
    CallCorrelator.Call call = of.get();
    goesOnWith(call, from, customer);
    callCorrelator.join(AriChannel.of(ariEvent.tree().path("replace_channel")), call);
    return AriChannel.isOutside(ariEvent.text("/exten"))
        ? List.of(leaves(call, ariEvent.text("/timestamp")))
        : List.of();
  }

  /** After a consultation: both have talked, or the target is still ringing, or waits in a queue. */
  List<CallStatement> attended(AriEvent ariEvent) {
    AriChannel first = AriChannel.of(ariEvent.tree().path("transferer_first_leg"));
    AriChannel second = AriChannel.of(ariEvent.tree().path("transferer_second_leg"));
    AriChannel transferee = AriChannel.of(ariEvent.tree().path("transferee"));
    Optional<CallCorrelator.Call> of = callCorrelator
        .of(first)
        .or(() -> callCorrelator.of(second))
        .or(() -> callCorrelator.of(transferee));
    String way = ariEvent.text("/destination_type");
    if (!ariEvent.text("/result").equals(DONE) || way.equals("fail") || of.isEmpty()) {
      return List.of();
    }
    CallCorrelator.Call call = of.get();
    AriChannel target = AriChannel.of(ariEvent.tree().path("transfer_target"));
    boolean swapped = call.root.equals(target.id());
    goesOnWith(call, first, transferee);
    callCorrelator.join(AriChannel.of(ariEvent.tree().path("replace_channel")), call);
    AriChannel other = swapped ? transferee : target;
    String mark = ariEvent.text("/timestamp");
    return switch (way) {
      case "threeway" -> talks(call, other, mark);
      case "application" -> List.of(waits(call, ariEvent.text("/destination_application"), mark));
      default -> handedTo(call, other, mark);
    };
  }

  private List<CallStatement> handedTo(CallCorrelator.Call call, AriChannel other, String mark) {
    if (other.id().isEmpty() || call.outside(other) || calledOut(other)) {
      return List.of(leaves(call, mark));
    }
    List<CallStatement> talking = talks(call, other, mark);
    call.handedOn();
    call.talking.put(other.id(), other.agents());
    CallStatement transferred =
        new CallStatement(call.id, InteractionStep.TRANSFERRED, mark).by(other.agents());
    return talking.isEmpty() ? List.of(transferred) : List.of(talking.get(0), transferred);
  }

  /** Whether the agent has called an outside number meanwhile, which is a call of its own. */
  private boolean calledOut(AriChannel other) {
    return callCorrelator.of(other).filter(CallCorrelator.Call::callsOut).isPresent();
  }

  /** Nothing when it is known already. */
  private List<CallStatement> talks(CallCorrelator.Call call, AriChannel other, String mark) {
    callCorrelator.join(other, call);
    return call.talking.put(other.id(), other.agents()) == null
        ? List.of(new CallStatement(call.id, InteractionStep.ANSWERED, mark).by(other.agents()))
        : List.of();
  }

  /** It continues where the agent was: at the phone the agent rang, in a queue, or in a mailbox. */
  private static CallStatement waits(CallCorrelator.Call call, String application, String mark) {
    List<String> rung = call.consulted.values().stream().flatMap(List::stream).toList();
    call.handedOn();
    if (RINGING.contains(application) && !rung.isEmpty()) {
      return new CallStatement(call.id, InteractionStep.TRANSFERRED, mark).by(rung);
    }
    return application.equals("Queue") && call.consultedQueue.isPresent()
        ? new CallStatement(call.id, InteractionStep.TRANSFERRED, mark).in(call.consultedQueue)
        : leaves(call, mark);
  }

  private static CallStatement leaves(CallCorrelator.Call call, String mark) {
    call.left = true;
    return new CallStatement(call.id, InteractionStep.TRANSFERRED, mark);
  }

  /** Of an outgoing call the first leg is the agent's, which is gone now. */
  private static void goesOnWith(CallCorrelator.Call call, AriChannel from, AriChannel customer) {
    if (call.root.equals(from.id()) && !customer.id().isEmpty()) {
      call.root = customer.id();
    }
    call.holder = Optional.empty();
  }
}
