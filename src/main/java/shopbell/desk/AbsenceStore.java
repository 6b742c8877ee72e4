package shopbell.desk;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Stores the absences of agents and what they missed, for all nodes. */
public interface AbsenceStore extends MissedInteractions {
  /** Stores that every agent with a session is away since {@code now} or earlier, except those in {@code here}. */
  Future<Void> begin(Instant now, List<String> here);
}
