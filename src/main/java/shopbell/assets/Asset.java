package shopbell.assets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * One served file, with its content's hash in its name: a file of this name never changes, so browsers cache it.
 *
 * <p>{@code gzip} is the same content compressed, empty where that saves nothing.
 */
@SuppressWarnings("ArrayRecordComponent") // sent as they are, never compared
record Asset(String name, String type, byte[] content, byte[] gzip) {
  private static final int HASH_BYTES = 8;

  /** {@code file} is its name without the hash, such as {@code app.js}. */
  static Asset of(String file, byte[] content) {
    int dot = file.lastIndexOf('.');
    String extension = file.substring(dot + 1);
    String name = file.substring(0, dot) + "." + hash(content) + "." + extension;
    return new Asset(name, type(extension), content, packed(extension, content));
  }

  /** The first 64 bits of SHA-256, in hexadecimal digits. */
  static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The content compressed at gzip's best level; empty for a format that is compressed already. */
  static byte[] packed(String extension, byte[] content) {
    if (extension.equals("woff2")) {
      return new byte[0];
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new Smallest(bytes)) {
      stream.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String type(String extension) {
    return switch (extension) {
      case "js" -> "text/javascript;charset=UTF-8";
      case "css" -> "text/css;charset=UTF-8";
      case "svg" -> "image/svg+xml";
      case "woff2" -> "font/woff2";
      default -> throw new IllegalStateException("no media type is known for ." + extension);
    };
  }

  /** Compressed once, read many times. */
  private static final class Smallest extends GZIPOutputStream {
    Smallest(ByteArrayOutputStream to) throws IOException {
      super(to);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
