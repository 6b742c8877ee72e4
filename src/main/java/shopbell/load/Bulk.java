package shopbell.load;

import java.util.List;
import java.util.Map;
import shopbell.model.Inbound;

/** Where rows go, many at once; every method blocks, so it is for the command line's own threads. */
public interface Bulk extends AutoCloseable {
  /**
   * Begins a file, or goes on where it was left.
   *
   * @throws shopbell.model.Rejected with CONFLICT while another process reads the same file in
   */
  Position begin(String file, Kind kind);

  /** All of {@code batch} and the new position in one transaction, or nothing. */
  void keep(String file, Batch batch);

  /** The file is done: ranks and the planner's statistics are made anew. */
  void finish(String file, Kind kind);

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

  /** Rows of one file by their source, which is what doors are to live events, and where it stands after them. */
  record Batch(Map<String, List<Inbound>> records, List<Restored> restored, Position after) {
    public Batch {
      records = Map.copyOf(records);
      restored = List.copyOf(restored);
    }
  }
}
