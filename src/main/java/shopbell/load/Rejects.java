package shopbell.load;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import shopbell.model.Rejected;
import shopbell.wire.Json;

/**
 * {@code FILE.rejected}: one JSON object a line, {@code {line, reason, row}}; made with the first refused row.
 *
 * <p>Its rows are personal data, so only its owner may read it.
 */
final class Rejects implements Closeable {
  private final Path path;
  private final StringBuilder waiting = new StringBuilder();
  private FileChannel channel;
  private long length;

  /** What stands behind {@code length} came from a batch that was not kept, and goes. */
  Rejects(Path file, long length) throws IOException {
    this.path = file.resolveSibling(file.getFileName() + ".rejected");
    this.length = length;
    if (length == 0) {
      Files.deleteIfExists(path);
    } else {
      open();
      channel.truncate(length);
    }
  }

  void add(Row row, Rejected why) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("line", row.line());
    line.put("reason", reason(why));
    line.put("row", row.raw());
    waiting.append(Json.write(line)).append('\n');
  }

  /** On disk before the batch is kept; the file's length now. */
  long flush() throws IOException {
    if (waiting.length() > 0) {
      open();
      ByteBuffer bytes = ByteBuffer.wrap(waiting.toString().getBytes(StandardCharsets.UTF_8));
      waiting.setLength(0);
      channel.position(length);
      while (bytes.hasRemaining()) {
        length += channel.write(bytes);
      }
      channel.force(false);
    }
    return length;
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

  private static String reason(Rejected why) {
    return why.errors().isEmpty()
        ? why.getMessage()
        : why.errors().stream()
            .map(error -> error.pointer() + " " + error.detail())
            .collect(Collectors.joining("; "));
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
