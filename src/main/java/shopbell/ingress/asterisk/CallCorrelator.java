package shopbell.ingress.asterisk;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Groups legs into calls: a call has the id of the leg that began it. Bounded: the oldest are dropped. */
final class CallCorrelator {
  private static final int MOST = 20_000;

  /** The state of a call besides its legs. */
  static final class Call {
    final String id;
    final String asterisk;
    final boolean out;

    /** Legs of agents who have picked up, each with the possible spellings of the agent. */
    final Map<String, List<String>> talking = new LinkedHashMap<>();

    /** The same for agents consulted while the customer is on hold. */
    final Map<String, List<String>> consulted = new LinkedHashMap<>();

    /** Legs with which an agent calls a colleague meanwhile; that agent is in the call by another one. */
    final Set<String> asking = new HashSet<>();

    /** The leg that ends the call when it ends: the customer's, or that of the agent who calls out. */
    String root;

    /** The agent's phone that has put the customer on hold. */
    Optional<String> holder = Optional.empty();

    Optional<String> consultedQueue = Optional.empty();
    boolean voicemail;

    /** Whether it was transferred to an outside number. */
    boolean left;

    /** The trunk it was received on or is dialled on. */
    private String line;

    private final String dialled;

    Call(AriChannel ariChannel, String asterisk, boolean out) {
      this.id = ariChannel.id();
      this.root = id;
      this.asterisk = asterisk;
      this.out = out;
      this.line = out ? "" : ariChannel.endpoint();
      this.dialled = ariChannel.exten();
    }

    /** An outgoing call uses the trunk that is dialled first. */
    void goesOutBy(AriChannel leg) {
      line = line.isEmpty() ? leg.endpoint() : line;
    }

    /** Whether {@code leg} is a trunk to an outside number, and not an internal phone. */
    boolean outside(AriChannel leg) {
      return leg.endpoint().equals(line);
    }

    /** Whether the customer's leg {@code caller} was sent to an outside number. */
    boolean sentOutside(AriChannel caller) {
      return !caller.exten().equals(dialled) && AriChannel.isOutside(caller.exten());
    }

    boolean answered() {
      return !talking.isEmpty();
    }

    /** Whether an agent calls out and has not transferred the customer. */
    boolean callsOut() {
      return out && root.equals(id);
    }

    /** Whether another agent than that of {@code leg} talks too. */
    boolean talksWithout(AriChannel leg) {
      return talking.values().stream()
          .anyMatch(agents -> !agents.isEmpty() && !agents.get(0).equals(leg.endpoint()));
    }

    /** Until the next agent picks up, no agent has the customer. */
    void handedOn() {
      talking.clear();
      consulted.clear();
      asking.clear();
      holder = Optional.empty();
    }
  }

  private final Map<String, Call> calls = bounded();
  private final Map<String, String> legs = bounded();

  Call begin(AriChannel ariChannel, String asterisk, boolean out) {
    Call call = new Call(ariChannel, asterisk, out);
    calls.put(call.id, call);
    join(ariChannel, call);
    return call;
  }

  void join(AriChannel leg, Call call) {
    if (!leg.id().isEmpty()) {
      legs.put(leg.id(), call.id);
    }
    leg.pair().ifPresent(pair -> legs.put(pair, call.id));
  }

  /** The call this leg belongs to. */
  Optional<Call> of(AriChannel leg) {
    return Optional.ofNullable(legs.get(leg.id()))
        .or(() -> leg.pair().map(legs::get))
        .map(calls::get);
  }

  /** The call that ends with this leg. */
  Optional<Call> rootedIn(String leg) {
    return Optional.ofNullable(legs.get(leg)).map(calls::get).filter(call -> call.root.equals(leg));
  }

  /** The call whose customer this phone has put on hold. */
  Optional<Call> heldBy(String endpoint) {
    return calls.values().stream()
        .filter(call -> call.holder.filter(endpoint::equals).isPresent())
        .findFirst();
  }

  void end(Call call) {
    calls.remove(call.id);
    legs.values().removeIf(call.id::equals);
  }

  /** The calls of this Asterisk whose first leg is not among {@code there}. */
  List<Call> goneFrom(String asterisk, Set<String> there) {
    return calls.values().stream()
        .filter(call -> call.asterisk.equals(asterisk) && !there.contains(call.root))
        .toList();
  }

  /** The oldest are dropped: a cache by use could drop a call that has just begun. */
  private static <T> Map<String, T> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > MOST;
      }
    };
  }
}
