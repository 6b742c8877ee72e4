package shopbell.ingress.asterisk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import shopbell.model.Step;

/**
 * Calls that are handed on with the telephone (REFER) or a feature code: {@code BridgeBlindTransfer} and {@code
 * BridgeAttendedTransfer}. To another phone of the house the call goes on there; what goes to an outside line is over here.
 */
final class Transfers {
  private static final String DONE = "Success";

  /** Applications in which whom the agent has consulted is still rung. */
  private static final Set<String> RINGING = Set.of("Dial", "AppDial");

  private final Exchange exchange;

  Transfers(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Where it rings next is told by who is dialled, or by the queue it comes to; an outside number is the end of it here. */
  List<Said> blind(Frame frame) {
    Channel from = Channel.of(frame.tree().path("channel"));
    Channel customer = Channel.of(frame.tree().path("transferee"));
    Optional<Exchange.Call> of = exchange.of(from).or(() -> exchange.of(customer));
    if (!frame.text("/result").equals(DONE) || of.isEmpty()) {
      return List.of();
    }
    Exchange.Call call = of.get();
    goesOnWith(call, from, customer);
    exchange.join(Channel.of(frame.tree().path("replace_channel")), call);
    return Channel.isOutside(frame.text("/exten"))
        ? List.of(leaves(call, frame.text("/timestamp")))
        : List.of();
  }

  /** After a consultation: both have talked, or the other is still rung, or waits in a queue. */
  List<Said> attended(Frame frame) {
    Channel first = Channel.of(frame.tree().path("transferer_first_leg"));
    Channel second = Channel.of(frame.tree().path("transferer_second_leg"));
    Channel transferee = Channel.of(frame.tree().path("transferee"));
    Optional<Exchange.Call> of =
        exchange.of(first).or(() -> exchange.of(second)).or(() -> exchange.of(transferee));
    String way = frame.text("/destination_type");
    if (!frame.text("/result").equals(DONE) || way.equals("fail") || of.isEmpty()) {
      return List.of();
    }
    Exchange.Call call = of.get();
    Channel target = Channel.of(frame.tree().path("transfer_target"));
    boolean swapped = call.root.equals(target.id());
    goesOnWith(call, first, transferee);
    exchange.join(Channel.of(frame.tree().path("replace_channel")), call);
    Channel other = swapped ? transferee : target;
    String mark = frame.text("/timestamp");
    return switch (way) {
      case "threeway" -> talks(call, other, mark);
      case "application" -> List.of(waits(call, frame.text("/destination_application"), mark));
      default -> handedTo(call, other, mark);
    };
  }

  private List<Said> handedTo(Exchange.Call call, Channel other, String mark) {
    if (other.id().isEmpty() || call.outside(other) || calledOut(other)) {
      return List.of(leaves(call, mark));
    }
    List<Said> talking = talks(call, other, mark);
    call.handedOn();
    call.talking.put(other.id(), other.agents());
    Said transferred = new Said(call.id, Step.TRANSFERRED, mark).by(other.agents());
    return talking.isEmpty() ? List.of(transferred) : List.of(talking.get(0), transferred);
  }

  /** Whom the agent has called outside meanwhile, which is a call of its own. */
  private boolean calledOut(Channel other) {
    return exchange.of(other).filter(Exchange.Call::callsOut).isPresent();
  }

  /** Nothing when that is known. */
  private List<Said> talks(Exchange.Call call, Channel other, String mark) {
    exchange.join(other, call);
    return call.talking.put(other.id(), other.agents()) == null
        ? List.of(new Said(call.id, Step.ANSWERED, mark).by(other.agents()))
        : List.of();
  }

  /** It comes to where the agent was: whom the agent rang, a queue, or a mailbox. */
  private static Said waits(Exchange.Call call, String application, String mark) {
    List<String> rung = call.consulted.values().stream().flatMap(List::stream).toList();
    call.handedOn();
    if (RINGING.contains(application) && !rung.isEmpty()) {
      return new Said(call.id, Step.TRANSFERRED, mark).by(rung);
    }
    return application.equals("Queue") && call.consultedQueue.isPresent()
        ? new Said(call.id, Step.TRANSFERRED, mark).in(call.consultedQueue)
        : leaves(call, mark);
  }

  private static Said leaves(Exchange.Call call, String mark) {
    call.left = true;
    return new Said(call.id, Step.TRANSFERRED, mark);
  }

  /** Of an outgoing call the first leg is the agent's, which is gone now. */
  private static void goesOnWith(Exchange.Call call, Channel from, Channel customer) {
    if (call.root.equals(from.id()) && !customer.id().isEmpty()) {
      call.root = customer.id();
    }
    call.holder = Optional.empty();
  }
}
