package shopbell.context;

import io.vertx.core.Future;
import java.util.List;
import shopbell.model.Inbound;

/** A system beside us that knows something of our customers. Thread-safe. */
@FunctionalInterface
public interface Source {
  /** In our words; {@code whole} unless there was more than may be read. */
  record Answer(List<Inbound> records, boolean whole) {
    public Answer {
      records = List.copyOf(records);
    }
  }

  /** What it knows of one customer; fails with {@link shopbell.remote.CallFailed} and nothing else. */
  Future<Answer> about(Asked asked);
}
