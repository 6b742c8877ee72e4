package shopbell.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements too long to stand between lines of Java, read from {@code db/queries} at start. */
final class Queries {
  private Queries() {}

  static String named(String name) {
    try (InputStream in = Queries.class.getResourceAsStream("/db/queries/" + name + ".sql")) {
      if (in == null) {
        throw new IllegalStateException("no query " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
