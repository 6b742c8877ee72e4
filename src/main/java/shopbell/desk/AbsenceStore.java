package shopbell.desk;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** The absences of agents, with what they missed; kept by the store for all nodes. */
public interface AbsenceStore extends MissedInteractions {
  /** Every agent with a session is away at least since {@code now}, except those who are {@code here}. */
  Future<Void> begin(Instant now, List<String> here);
}
