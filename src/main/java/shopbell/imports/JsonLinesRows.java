package shopbell.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import shopbell.json.StrictJson;
import shopbell.model.Rejected;

/** One JSON object a line; blank lines are counted and skipped. */
final class JsonLinesRows implements Rows {
  private static final int LONGEST = 1 << 20;
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final ImportCount importCount;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream text = new ByteArrayOutputStream(4096);
  private int at;
  private int filled;
  private long line;
  private boolean tooLong;

  JsonLinesRows(InputStream in, ImportCount importCount) {
    this.in = in;
    this.importCount = importCount;
  }

  @Override
  public Optional<Row> next() throws IOException {
    while (line()) {
      String raw = text.toString(StandardCharsets.UTF_8);
      if (tooLong) {
        return Optional.of(Row.broken(
            line, "", new Rejected(Rejected.Reason.TOO_LARGE, "The line is longer than 1 MiB.")));
      }
      if (!raw.isBlank()) {
        return Optional.of(read(raw));
      }
    }
    return Optional.empty();
  }

  private Row read(String raw) {
    try {
      return Row.of(line, raw, StrictJson.read(text.toByteArray()));
    } catch (Rejected broken) {
      return Row.broken(line, raw, broken);
    }
  }

  @Override
  public void skip(long count) throws IOException {
    for (long left = count; left > 0 && line(); ) {
      if (tooLong || !text.toString(StandardCharsets.UTF_8).isBlank()) {
        left--;
      }
    }
  }

  /** Reads the next line into {@code text}, at most {@code LONGEST} of it; false at the end. */
  private boolean line() throws IOException {
    text.reset();
    tooLong = false;
    boolean any = false;
    while (at < filled || fill()) {
      any = true;
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      append(at, end);
      boolean ended = end < filled;
      at = end + 1;
      if (ended) {
        break;
      }
    }
    line += any ? 1 : 0;
    return any;
  }

  private void append(int from, int to) {
    if (text.size() + to - from > LONGEST) {
      tooLong = true;
    } else {
      text.write(buffer, from, to - from);
    }
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }

  @Override
  public long bytes() {
    return importCount.bytes();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
