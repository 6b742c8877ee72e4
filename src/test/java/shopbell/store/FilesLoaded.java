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
import shopbell.ImportModule;
import shopbell.Waiting;
import shopbell.config.SettingsReader;
import shopbell.imports.BulkStore;
import shopbell.imports.FileImport;
import shopbell.imports.ImportFile;
import shopbell.imports.ImportKind;
import shopbell.imports.ImportProgress;
import shopbell.json.Json;
import shopbell.store.imports.PgBulk;
import shopbell.store.sql.Database;

/** A folder of files, a database, and the import from one into the other. */
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

  final BulkStore.Position load(ImportKind importKind, Path file) throws IOException {
    return load(new ImportFile(file, importKind, StandardCharsets.UTF_8, Set.of()));
  }

  final BulkStore.Position load(ImportFile file) throws IOException {
    try (PgBulk bulk = PgBulk.open(database)) {
      ImportProgress importProgress =
          new ImportProgress(new PrintWriter(new StringWriter()), false, System::nanoTime);
      return new FileImport(
              file,
              "import",
              bulk,
              ImportModule.language(SettingsReader.read(Optional.empty(), Map.of())),
              importProgress)
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
