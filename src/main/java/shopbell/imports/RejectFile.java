package shopbell.imports;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import shopbell.json.Json;
import shopbell.model.Rejected;

/**
 * {@code FILE.rejected}: one JSON object a line, {@code {line, reason, row}}; created with the first refused row.
 *
 * <p>Its rows are personal data, so only its owner may read it.
 */
final class RejectFile implements Closeable {
  /** A refused row, and the reason. */
  record RefusedRow(Row row, String reason) {
    static RefusedRow of(Row row, Rejected why) {
      String reason = why.errors().isEmpty()
          ? why.getMessage()
          : why.errors().stream()
              .map(error -> error.pointer() + " " + error.detail())
              .collect(Collectors.joining("; "));
      return new RefusedRow(row, reason);
    }
  }

  private final Path path;
  private FileChannel channel;
  private long length;

  static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".rejected");
  }

  /** Content beyond {@code length} is from a batch that was not stored, and is removed. */
  RejectFile(Path file, long length) throws IOException {
    this.path = beside(file);
    this.length = length;
    if (length == 0) {
      Files.deleteIfExists(path);
    } else {
      open();
      channel.truncate(length);
    }
  }

  /** Appends rows and flushes them to disk; returns the file's new length. */
  long add(Collection<RefusedRow> rows) throws IOException {
    if (!rows.isEmpty()) {
      open();
      ByteBuffer bytes = ByteBuffer.wrap(rows.stream()
          .map(RejectFile::line)
          .collect(Collectors.joining())
          .getBytes(StandardCharsets.UTF_8));
      channel.position(length);
      while (bytes.hasRemaining()) {
        length += channel.write(bytes);
      }
      channel.force(false);
    }
    return length;
  }

  private static String line(RefusedRow refusedRow) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("line", refusedRow.row().line());
    line.put("reason", refusedRow.reason());
    line.put("row", refusedRow.row().raw());
    return Json.write(line) + '\n';
  }

  Path path() {
    return path;
  }

  private void open() throws IOException {
    if (channel == null) {
      if (!Files.exists(path)) {
        Files.createFile(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      channel = FileChannel.open(path, StandardOpenOption.WRITE);
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
