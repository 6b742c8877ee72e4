package shopbell.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the screen's files from a folder, so that editing needs no build, or from the program's jar. Tracks when each
 * file it has read was changed.
 */
final class Webroot {
  private static final String WEBJARS = "webjars/";

  private final Path folder;
  private final Map<Path, FileTime> read = new HashMap<>();

  /** A file missing in {@code folder} is read from the program. */
  Webroot(Path folder) {
    this.folder = folder;
  }

  /** {@code path} below the root, such as {@code lib/api.js} or {@code webjars/vue/…}. */
  byte[] bytes(String path) {
    Path file = folder.resolve(path);
    try {
      if (!path.startsWith(WEBJARS) && Files.isRegularFile(file)) {
        read.put(file, Files.getLastModifiedTime(file));
        return Files.readAllBytes(file);
      }
      return packed(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /** Whether a file that was read has been edited or deleted since then. */
  boolean edited() {
    return read.entrySet().stream().anyMatch(file -> !file.getValue().equals(time(file.getKey())));
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  private static byte[] packed(String path) throws IOException {
    String resource = path.startsWith(WEBJARS) ? "META-INF/resources/" + path : "webroot/" + path;
    try (InputStream stream = Webroot.class.getClassLoader().getResourceAsStream(resource)) {
      if (stream == null) {
        throw new NoSuchFileException(path);
      }
      return stream.readAllBytes();
    }
  }
}
