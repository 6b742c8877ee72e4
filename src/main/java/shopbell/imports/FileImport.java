package shopbell.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import shopbell.model.Rejected;

/**
 * Imports one file: while a batch is stored, the next one is read. Blocks; used once.
 *
 * <p>A batch, its position and its refused rows are stored together, so that a kill at any moment neither loses nor
 * doubles a row.
 */
public final class FileImport {
  /** Rows of a batch; more would not be faster, and fewer rows have to be read again after a kill. */
  private static final int ROWS = 20_000;

  /** Bounds the characters in memory, whatever the size of the file and of its rows. */
  private static final long CHARACTERS = 16L << 20;

  private final ImportFile file;
  private final String source;
  private final BulkStore bulkStore;
  private final RowParser rowParser;
  private final ImportProgress importProgress;

  /** {@code source} is to these rows what the door's name is to live events. */
  public FileImport(
      ImportFile file,
      String source,
      BulkStore bulkStore,
      RowParser rowParser,
      ImportProgress importProgress) {
    this.file = file;
    this.source = source;
    this.bulkStore = bulkStore;
    this.rowParser = rowParser;
    this.importProgress = importProgress;
  }

  /** The result for the whole file, including an earlier, killed run. */
  public BulkStore.Position run(InstantSource clock) throws IOException {
    String print = file.fingerprint(source);
    BulkStore.Position from = bulkStore.begin(print, file.kind(), RejectFile.beside(file.path()));
    RowReader reader = new RowReader(
        rowParser,
        new RowReader.RowFileTimes(
            file.kind(),
            source,
            Files.getLastModifiedTime(file.path()).toInstant(),
            clock.instant()));
    ExecutorService keeping = Executors.newSingleThreadExecutor();
    try (Rows rows = file.open();
        RejectFile rejectFile = new RejectFile(file.path(), from.rejectedBytes())) {
      importProgress.begin(file.size(), from.rows());
      rows.skip(from.rows());
      importProgress.skipped(rows.bytes());
      BulkStore.Position end = all(new Reading(rows, reader, rejectFile, keeping, print), from);
      bulkStore.finish(print, file.kind());
      importProgress.end(end, rejectFile.path());
      return end;
    } finally {
      keeping.shutdown();
    }
  }

  private record Reading(
      Rows rows, RowReader reader, RejectFile rejects, ExecutorService keeping, String print) {}

  /** Consecutive rows: the parsed ones, and the refused ones, each with its own row. */
  private record Batch(
      List<Row> rows, List<BulkStore.BulkEntry> entries, List<RejectFile.RefusedRow> refused) {
    Batch() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    int size() {
      return entries.size() + refused.size();
    }
  }

  private BulkStore.Position all(Reading reading, BulkStore.Position from) throws IOException {
    BulkStore.Position position = from;
    Optional<Future<BulkStore.Position>> running = Optional.empty();
    while (true) {
      Batch batch = batch(reading);
      if (running.isPresent()) {
        position = done(running.get());
        importProgress.reached(position, reading.rows().bytes());
      }
      if (batch.size() == 0) {
        return position;
      }
      BulkStore.Position before = position;
      running = Optional.of(reading.keeping().submit(() -> keep(reading, batch, before)));
    }
  }

  /** Refused rows are written to disk after all earlier batches are stored, and before the position is. */
  private BulkStore.Position keep(Reading reading, Batch batch, BulkStore.Position before) {
    return bulkStore.keep(reading.print(), batch.entries(), refused -> {
      refused.forEach((place, why) ->
          batch.refused().add(new RejectFile.RefusedRow(batch.rows().get(place), why)));
      batch.refused().sort(Comparator.comparingLong(one -> one.row().line()));
      try {
        return new BulkStore.Position(
            before.rows() + batch.entries().size() + batch.refused().size() - refused.size(),
            before.rejected() + batch.refused().size(),
            reading.rejects().add(batch.refused()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private Batch batch(Reading reading) throws IOException {
    Batch batch = new Batch();
    long characters = 0;
    while (batch.size() < ROWS && characters < CHARACTERS) {
      Optional<Row> row = reading.rows().next();
      if (row.isEmpty()) {
        break;
      }
      characters += row.get().raw().length();
      try {
        batch.entries().add(reading.reader().read(row.get()));
        batch.rows().add(row.get().withoutTree());
      } catch (Rejected why) {
        batch.refused().add(RejectFile.RefusedRow.of(row.get().withoutTree(), why));
      }
    }
    return batch;
  }

  private static BulkStore.Position done(Future<BulkStore.Position> keeping) throws IOException {
    try {
      return keeping.get();
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
