package shopbell.sources;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import shopbell.model.event.Inbound;

/** An external system with data about our customers. Thread-safe. */
public interface Source {
  /**
   * An answer in our vocabulary.
   *
   * @param whole unless there were more records than the limit
   * @param unnamed keys of the facts for which the source names no customer: taken as facts of the queried one
   */
  record SourceAnswer(List<Inbound> records, boolean whole, Set<String> unnamed) {
    public SourceAnswer {
      records = List.copyOf(records);
      unnamed = Set.copyOf(unnamed);
    }
  }

  /** The records about one customer; fails with {@link shopbell.remote.RemoteCallFailed} and nothing else. */
  Future<SourceAnswer> about(SourceQuery sourceQuery);

  /**
   * The same query as a trial; does not fail. {@code mask} is applied to each value: the shown requests, steps and
   * events are made of the masked values.
   */
  Future<SourceTrial> tried(SourceQuery sourceQuery, UnaryOperator<Object> mask);
}
