package shopbell.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes read from a file; not thread-safe. */
final class ImportCount extends FilterInputStream {
  private long bytes;

  ImportCount(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    bytes += one < 0 ? 0 : 1;
    return one;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int read = super.read(into, from, most);
    bytes += Math.max(0, read);
    return read;
  }

  long bytes() {
    return bytes;
  }
}
