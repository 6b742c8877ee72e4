package shopbell.load;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import shopbell.model.Inbound;
import shopbell.model.Rejected;

/**
 * Reads one file in: while a batch is being kept, the next one is read. Blocks; used once.
 *
 * <p>A batch, its position and its refused rows belong together, so that a kill at any moment loses and doubles nothing.
 */
public final class Loading {
  /** Rows of a batch; more would not be faster, and fewer rows have to be read again after a kill. */
  private static final int ROWS = 20_000;

  private static final long CHARACTERS = 32L << 20;

  private final RowFile file;
  private final String source;
  private final Bulk bulk;
  private final Language language;
  private final Progress progress;

  /** {@code source} is to these rows what the door's name is to live events. */
  public Loading(RowFile file, String source, Bulk bulk, Language language, Progress progress) {
    this.file = file;
    this.source = source;
    this.bulk = bulk;
    this.language = language;
    this.progress = progress;
  }

  /** What has become of the whole file, with what an earlier, killed run had done. */
  public Bulk.Position run(InstantSource clock) throws IOException {
    String print = file.fingerprint(source);
    Bulk.Position from = bulk.begin(print, file.kind());
    RowReader reader = new RowReader(
        language,
        new RowReader.RowFileTimes(
            file.kind(),
            source,
            Files.getLastModifiedTime(file.path()).toInstant(),
            clock.instant()));
    ExecutorService keeping = Executors.newSingleThreadExecutor();
    try (Rows rows = file.open();
        Rejects rejects = new Rejects(file.path(), from.rejectedBytes())) {
      progress.begin(file.size(), from.rows());
      rows.skip(from.rows());
      progress.skipped(rows.bytes());
      Bulk.Position end = all(new Reading(rows, reader, rejects, keeping, print), from);
      bulk.finish(print, file.kind());
      progress.end(end, rejects.path());
      return end;
    } finally {
      keeping.shutdown();
    }
  }

  private record Reading(
      Rows rows, RowReader reader, Rejects rejects, ExecutorService keeping, String print) {}

  private Bulk.Position all(Reading reading, Bulk.Position from) throws IOException {
    Bulk.Position position = from;
    Optional<Future<?>> running = Optional.empty();
    while (true) {
      Optional<Bulk.Batch> batch = batch(reading, position);
      if (running.isPresent()) {
        done(running.get());
        progress.reached(position, reading.rows().bytes());
      }
      if (batch.isEmpty()) {
        return position;
      }
      Bulk.Batch next = flushed(reading, batch.get());
      running = Optional.of(reading.keeping().submit(() -> bulk.keep(reading.print(), next)));
      position = next.after();
    }
  }

  /** Refused rows reach the disk only when all batches before have been kept. */
  private static Bulk.Batch flushed(Reading reading, Bulk.Batch batch) throws IOException {
    Bulk.Position after = batch.after();
    return new Bulk.Batch(
        batch.records(),
        batch.restored(),
        new Bulk.Position(after.rows(), after.rejected(), reading.rejects().flush()));
  }

  private Optional<Bulk.Batch> batch(Reading reading, Bulk.Position from) throws IOException {
    Map<String, List<Inbound>> records = new LinkedHashMap<>();
    List<Bulk.Restored> restored = new ArrayList<>();
    long rows = 0;
    long rejected = 0;
    long characters = 0;
    while (rows < ROWS && characters < CHARACTERS) {
      Optional<Row> row = reading.rows().next();
      if (row.isEmpty()) {
        break;
      }
      rows++;
      characters += row.get().raw().length();
      try {
        RowReader.Read read = reading.reader().read(row.get());
        read.record()
            .ifPresent(record -> records
                .computeIfAbsent(read.source(), origin -> new ArrayList<>())
                .add(record));
        read.restored().ifPresent(restored::add);
      } catch (Rejected why) {
        rejected++;
        reading.rejects().add(row.get(), why);
      }
    }
    Bulk.Position after = new Bulk.Position(from.rows() + rows, from.rejected() + rejected, 0);
    return rows == 0 ? Optional.empty() : Optional.of(new Bulk.Batch(records, restored, after));
  }

  private static void done(Future<?> keeping) throws IOException {
    try {
      keeping.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
