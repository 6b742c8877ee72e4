package shopbell.desk;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopbell.security.AccessEntry;
import shopbell.security.AccessRecorder;

/** Absences across all nodes: an agent who disconnects from one node and is connected to another is not absent. */
public record ClusterAbsences(AbsenceStore kept, ClusterPresence seats, AccessRecorder witness)
    implements MissedInteractions {
  @Override
  public Future<Void> left(String agent, Instant now) {
    return seats
        .elsewhere(List.of(agent))
        .compose(there -> there.isEmpty() ? kept.left(agent, now) : Future.succeededFuture());
  }

  @Override
  public Future<List<Missed>> missedBy(String agent, Instant now) {
    return kept.missedBy(agent, now)
        .onSuccess(missed -> missed.forEach(one -> one.customer()
            .ifPresent(customer -> witness.saw(new AccessEntry(
                now,
                agent,
                AccessEntry.Why.RANG,
                Optional.of(customer.id()),
                Optional.of(one.interaction()))))));
  }

  /** A node has started or died: each signed-in agent without a connection is away since {@code now} or earlier. */
  public Future<Void> begin(Instant now) {
    return seats
        .all()
        .compose(all -> kept.begin(now, all.stream().map(AgentStatus::name).toList()));
  }
}
