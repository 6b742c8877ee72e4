package shopbell.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import shopbell.model.event.Inbound;

/** Where rows go, many at once; every method blocks, so it is for the command line's own threads. */
public interface BulkStore extends AutoCloseable {
  /**
   * Begins a file, or goes on where it was left; refused rows go to {@code rejects}.
   *
   * @throws shopbell.model.Rejected with CONFLICT while another process reads the same file in
   */
  Position begin(String file, ImportKind importKind, Path rejects);

  /**
   * What can be kept of {@code rows}, and the position that {@code after} makes of it, in one transaction, or nothing.
   * {@code after} is told what the database refuses for what is in it: why, by its place in {@code rows}.
   */
  Position keep(String file, List<Entry> rows, Function<Map<Integer, String>, Position> after);

  /** The file is done: ranks and the planner's statistics are made anew. */
  void finish(String file, ImportKind importKind);

  @Override
  void close();

  /**
   * How far a file has been read.
   *
   * @param rows taken or refused so far
   * @param rejectedBytes how long the file of refused rows was then
   */
  record Position(long rows, long rejected, long rejectedBytes) {
    /** The very beginning. */
    public static final Position START = new Position(0, 0, 0);
  }

  /** A row of an export as its table kept it. */
  record Restored(String table, String row) {}

  /** One row that was read, of one of both kinds; {@code source} is to it what the door is to a live event. */
  record Entry(String source, Optional<Inbound> record, Optional<Restored> restored) {}
}
