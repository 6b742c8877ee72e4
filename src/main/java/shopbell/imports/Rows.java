package shopbell.imports;

import java.io.IOException;
import java.util.Optional;

/** The rows of an open file, one after the other; not thread-safe. */
interface Rows extends AutoCloseable {
  /** The next row; empty at the end. */
  Optional<Row> next() throws IOException;

  /** Skips {@code count} rows without parsing them. */
  void skip(long count) throws IOException;

  /** How many bytes of the file, as on disk, have been read. */
  long bytes();

  @Override
  void close() throws IOException;
}
