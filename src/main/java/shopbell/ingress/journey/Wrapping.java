package shopbell.ingress.journey;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import shopbell.model.Rejected;

/**
 * What a body is packed in. Its Content-Type is passed over: clients label JSON as text and gzipped JSON as a form.
 */
final class Wrapping {
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private Wrapping() {}

  /** The plain bytes; TOO_LARGE when there are more than {@code most} of them, however small they were packed. */
  static byte[] unwrap(Buffer body, Optional<String> encoding, int most) {
    byte[] bytes = body.getBytes();
    String name = encoding.map(e -> e.strip().toLowerCase(Locale.ROOT)).orElse("identity");
    if (!name.matches("|identity|gzip|x-gzip")) {
      throw new Rejected(Rejected.Reason.UNSUPPORTED_TYPE, "Bodies are plain or packed by gzip.");
    }
    boolean packed =
        bytes.length > 1 && (bytes[0] & 0xff) == GZIP_FIRST && (bytes[1] & 0xff) == GZIP_SECOND;
    return packed ? unzip(bytes, most) : bytes;
  }

  private static byte[] unzip(byte[] bytes, int most) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 8192)) {
      byte[] plain = in.readNBytes(most + 1);
      if (plain.length > most) {
        throw new Rejected(
            Rejected.Reason.TOO_LARGE, "The body is larger than " + most + " bytes.");
      }
      return plain;
    } catch (IOException e) {
      throw new Rejected(Rejected.Reason.MALFORMED, "The body is not well packed.");
    }
  }
}
