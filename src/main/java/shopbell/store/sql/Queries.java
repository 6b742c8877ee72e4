package shopbell.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Long statements, read from {@code db/queries} at start. */
public final class Queries {
  private Queries() {}

  /** The text of {@code db/queries/NAME.sql}; a missing file is thrown as {@link IllegalStateException}. */
  public static String named(String name) {
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
