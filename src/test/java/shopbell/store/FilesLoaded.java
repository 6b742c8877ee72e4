package shopbell.store;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import shopbell.Importing;
import shopbell.Waiting;
import shopbell.config.SettingsReader;
import shopbell.load.Bulk;
import shopbell.load.Kind;
import shopbell.load.Loading;
import shopbell.load.Progress;
import shopbell.load.RowFile;
import shopbell.wire.Json;

/** A folder for files, a database for what is in them, and the way from one into the other. */
abstract class FilesLoaded {
  static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

  @TempDir
  Path folder;

  private Vertx vertx;
  Database database;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    database = TestDatabase.open(vertx);
  }

  @AfterEach
  void close() {
    Waiting.on(database.close());
    Waiting.on(vertx.close());
  }

  final Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  final Bulk.Position load(Kind kind, Path file) throws IOException {
    return load(new RowFile(file, kind, StandardCharsets.UTF_8, Set.of()));
  }

  final Bulk.Position load(RowFile file) throws IOException {
    try (PgBulk bulk = PgBulk.open(database)) {
      Progress progress =
          new Progress(new PrintWriter(new StringWriter()), false, System::nanoTime);
      return new Loading(
              file,
              "import",
              bulk,
              Importing.language(SettingsReader.read(Optional.empty(), Map.of())),
              progress)
          .run(() -> NOW);
    }
  }

  static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".rejected");
  }

  static List<Map<?, ?>> rejected(Path file) throws IOException {
    return Files.readAllLines(beside(file)).stream()
        .<Map<?, ?>>map(line -> Json.read(line, Map.class))
        .toList();
  }

  final String everything(String table) {
    return text("select string_agg(t::text, '\n' order by t::text) from " + table + " t");
  }

  final String text(String sql) {
    return Waiting.on(database.query(sql, Tuple.tuple())).iterator().next().getString(0);
  }
}
