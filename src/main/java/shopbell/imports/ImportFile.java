package shopbell.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A file to import. Its format is detected from its first bytes, not from its name: gzip or plain, one JSON object a
 * line, one JSON array, or else CSV.
 *
 * @param charset of CSV; JSON is UTF-8 always
 * @param ignored columns of CSV that are skipped
 * @param zone of times in CSV that have no offset
 */
public record ImportFile(
    Path path, ImportKind kind, Charset charset, Set<String> ignored, ZoneId zone) {
  private static final int BUFFER = 1 << 16;
  private static final int HEAD = 1 << 20;

  public ImportFile {
    ignored = Set.copyOf(ignored);
  }

  /** Times without an offset are UTC. */
  public ImportFile(Path path, ImportKind kind, Charset charset, Set<String> ignored) {
    this(path, kind, charset, ignored, ZoneOffset.UTC);
  }

  /** From its first row on. */
  Rows open() throws IOException {
    ImportCount importCount = new ImportCount(Files.newInputStream(path));
    InputStream in = new BufferedInputStream(importCount, BUFFER);
    try {
      if (starts(in, 0x1f, 0x8b)) {
        in = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
      }
      if (starts(in, 0xef, 0xbb, 0xbf)) {
        in.skipNBytes(3);
      }
      return switch (first(in)) {
        case '{' -> new JsonLinesRows(in, importCount);
        case '[' -> new JsonArrayRows(in, importCount);
        default -> new CsvRows(in, importCount, this);
      };
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** In bytes, as on disk. */
  long size() throws IOException {
    return Files.size(path);
  }

  /** Identifies this version of the file: kind, size, time and the beginning of its content. */
  String fingerprint(String source) throws IOException {
    MessageDigest digest = sha256();
    digest.update((kind + "\n" + source + "\n" + size() + "\n"
            + Files.getLastModifiedTime(path).toMillis() + "\n")
        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
      in.readNBytes(HEAD);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static boolean starts(InputStream in, int... bytes) throws IOException {
    in.mark(bytes.length);
    boolean so = true;
    for (int b : bytes) {
      so &= in.read() == b;
    }
    in.reset();
    return so;
  }

  /** The first byte that is not blank; stays unread. */
  private static int first(InputStream in) throws IOException {
    in.mark(BUFFER);
    int one = in.read();
    for (int i = 1; i < BUFFER && one >= 0 && Character.isWhitespace(one); i++) {
      one = in.read();
    }
    in.reset();
    return one;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
