package shopbell.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import shopbell.model.event.Inbound;

/** Stores imported rows in batches; every method blocks, so it is for the command line's own threads. */
public interface BulkStore extends AutoCloseable {
  /**
   * Begins a file, or resumes it; refused rows go to {@code rejects}.
   *
   * @throws shopbell.model.Rejected with CONFLICT while another process imports the same file
   */
  Position begin(String file, ImportKind importKind, Path rejects);

  /**
   * Stores the valid {@code rows}, and the position that {@code after} returns, in one transaction, or nothing.
   * {@code after} receives the reasons for rows the database refuses for their values, by index in {@code rows}.
   */
  Position keep(String file, List<BulkEntry> rows, Function<Map<Integer, String>, Position> after);

  /** Completes the file: recomputes ranks and the planner's statistics. */
  void finish(String file, ImportKind importKind);

  @Override
  void close();

  /**
   * The progress of a file.
   *
   * @param rows stored or refused so far
   * @param rejectedBytes the length of the file of refused rows at that time
   */
  record Position(long rows, long rejected, long rejectedBytes) {
    /** The start of a file. */
    public static final Position START = new Position(0, 0, 0);
  }

  /** A row of an export in the format of its table. */
  record Restored(String table, String row) {}

  /** One parsed row, of one of both kinds; {@code source} corresponds to the door of a live event. */
  record BulkEntry(String source, Optional<Inbound> record, Optional<Restored> restored) {}
}
