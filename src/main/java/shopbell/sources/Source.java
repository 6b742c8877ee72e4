package shopbell.sources;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import shopbell.model.event.Inbound;

/** A system beside us that knows something of our customers. Thread-safe. */
public interface Source {
  /**
   * In our words.
   *
   * @param whole unless there was more than may be read
   * @param unnamed keys of the facts of which the source does not say whose they are: taken as of whom it was asked about
   */
  record Answer(List<Inbound> records, boolean whole, Set<String> unnamed) {
    public Answer {
      records = List.copyOf(records);
      unnamed = Set.copyOf(unnamed);
    }
  }

  /** What it knows of one customer; fails with {@link shopbell.remote.RemoteCallFailed} and nothing else. */
  Future<Answer> about(SourceQuery sourceQuery);

  /**
   * The same question, to be looked at; does not fail. {@code mask} makes of each value what may be seen of it: of such
   * values the shown requests, steps and events are made.
   */
  Future<SourceTrial> tried(SourceQuery sourceQuery, UnaryOperator<Object> mask);
}
