package shopbell.journey.tracking;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import shopbell.ingress.RawBody;
import shopbell.model.Rejected;

/** The compression of a body. Its Content-Type is ignored: clients label JSON as text and gzipped JSON as a form. */
final class BodyEncoding {
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final int AT_ONCE = 64 * 1024;

  private BodyEncoding() {}

  /** Whether so many more bytes fit into memory. */
  @FunctionalInterface
  interface Room {
    boolean holdMore(long bytes);
  }

  /**
   * The plain bytes; TOO_LARGE when there are more than {@code most} of them, however small they were packed, and
   * CROWDED when they do not fit into {@code room}.
   */
  static byte[] unwrap(Buffer body, Optional<String> encoding, int most, Room room) {
    return packed(body, encoding) ? unzip(body.getBytes(), most, room) : body.getBytes();
  }

  /** The first plain bytes, at most {@code most}, of a body that may be cut off. */
  static byte[] beginning(Buffer body, Optional<String> encoding, int most) {
    if (!packed(body, encoding)) {
      return body.getBytes(0, Math.min(most, body.length()));
    }
    byte[] plain = new byte[most];
    int filled = 0;
    try (InputStream in = unzipped(body.getBytes())) {
      for (int read = 0; read >= 0 && filled < most; read = in.read(plain, filled, most - filled)) {
        filled += read;
      }
    } catch (EOFException cutOff) {
      return Arrays.copyOf(plain, filled);
    } catch (IOException e) {
      throw malformed();
    }
    return Arrays.copyOf(plain, filled);
  }

  /** UNSUPPORTED_TYPE for any compression but gzip. */
  static boolean packed(Buffer body, Optional<String> encoding) {
    String name = encoding.map(e -> e.strip().toLowerCase(Locale.ROOT)).orElse("identity");
    if (!name.matches("|identity|gzip|x-gzip")) {
      throw new Rejected(Rejected.Reason.UNSUPPORTED_TYPE, "Bodies are plain or packed by gzip.");
    }
    return body.length() > 1
        && (body.getByte(0) & 0xff) == GZIP_FIRST
        && (body.getByte(1) & 0xff) == GZIP_SECOND;
  }

  private static byte[] unzip(byte[] bytes, int most, Room room) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (InputStream in = unzipped(bytes)) {
      for (byte[] part = in.readNBytes(AT_ONCE); part.length > 0; part = in.readNBytes(AT_ONCE)) {
        if (plain.size() + part.length > most) {
          throw new Rejected(
              Rejected.Reason.TOO_LARGE, "The body is larger than " + most + " bytes.");
        }
        if (!room.holdMore(part.length)) {
          throw RawBody.crowded();
        }
        plain.writeBytes(part);
      }
      return plain.toByteArray();
    } catch (IOException e) {
      throw malformed();
    }
  }

  private static InputStream unzipped(byte[] bytes) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(bytes), 8192);
  }

  private static Rejected malformed() {
    return new Rejected(Rejected.Reason.MALFORMED, "The body is not well packed.");
  }
}
