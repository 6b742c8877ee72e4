package shopbell.ingress.asterisk;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which legs are one call: a call has the id of the leg that began it. Bounded: what is oldest is forgotten. */
final class Exchange {
  private static final int MOST = 20_000;

  /** What is known of a call besides its legs. */
  static final class Call {
    final String id;
    final String asterisk;
    final boolean out;
    final Set<String> talking = new HashSet<>();
    boolean voicemail;

    Call(String id, String asterisk, boolean out) {
      this.id = id;
      this.asterisk = asterisk;
      this.out = out;
    }

    boolean answered() {
      return !talking.isEmpty();
    }
  }

  private final Map<String, Call> calls = bounded();
  private final Map<String, String> legs = bounded();

  Call begin(Channel channel, String asterisk, boolean out) {
    Call call = new Call(channel.id(), asterisk, out);
    calls.put(call.id, call);
    join(channel, call);
    return call;
  }

  void join(Channel leg, Call call) {
    legs.put(leg.id(), call.id);
    leg.pair().ifPresent(pair -> legs.put(pair, call.id));
  }

  /** The call this leg belongs to. */
  Optional<Call> of(Channel leg) {
    return Optional.ofNullable(legs.get(leg.id()))
        .or(() -> leg.pair().map(legs::get))
        .map(calls::get);
  }

  /** The call that began with this leg. */
  Optional<Call> rootedIn(String leg) {
    return Optional.ofNullable(calls.get(leg));
  }

  void end(Call call) {
    calls.remove(call.id);
    legs.values().removeIf(call.id::equals);
  }

  /** Those of this Asterisk whose first leg is not among {@code there}. */
  List<Call> goneFrom(String asterisk, Set<String> there) {
    return calls.values().stream()
        .filter(call -> call.asterisk.equals(asterisk) && !there.contains(call.id))
        .toList();
  }

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
