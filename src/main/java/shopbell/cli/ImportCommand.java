package shopbell.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shopbell.ImportModule;
import shopbell.config.Settings;
import shopbell.imports.BulkStore;
import shopbell.imports.FileImport;
import shopbell.imports.ImportFile;
import shopbell.imports.ImportKind;
import shopbell.imports.ImportProgress;
import shopbell.store.DatabaseSettings;
import shopbell.store.imports.PgBulk;

/** Imports files into the store; works while the server runs, and resumes after a kill. */
@Command(
    name = "import",
    description = "Import a file: NDJSON, a JSON array or CSV, plain or gzip. Repeating the command"
        + " resumes a stopped import; a completed file changes nothing.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = "customers, orders, shipments, tickets, touchpoints, interactions, feedback,"
          + " or events (an export, or any CloudEvents of the past)")
  private String kind;

  @Parameters(index = "1", paramLabel = "FILE", description = "invalid rows go to FILE.rejected")
  private Path file;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "where touchpoints come from, as a door's name; default: ${DEFAULT-VALUE}")
  private String source = "import";

  @Option(names = "--charset", description = "of CSV; default: ${DEFAULT-VALUE}")
  private String charset = "UTF-8";

  @Option(names = "--ignore", paramLabel = "COLUMN", description = "a column of CSV to skip")
  private Set<String> ignored = Set.of();

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description =
          "of times in CSV without an offset, such as Europe/Berlin; default: this" + " machine's")
  private String zone = "";

  @Mixin
  private ConfigOption config;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    ImportFile rows = new ImportFile(file, kind(), charset(), ignored, zone());
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw wrong("There is no file " + file + " that can be read.");
    }
    Settings settings = config.read();
    return CommandDatabase.with(DatabaseSettings.of(settings).url(), (vertx, database) -> {
      try (BulkStore bulkStore = PgBulk.open(database)) {
        PrintWriter err = spec.commandLine().getErr();
        ImportProgress importProgress = new ImportProgress(err, terminal(), System::nanoTime);
        BulkStore.Position end = new FileImport(
                rows, source, bulkStore, ImportModule.language(settings), importProgress)
            .run(InstantSource.system());
        return end.rejected() > 0 && end.rejected() == end.rows() ? 1 : 0;
      }
    });
  }

  // since Java 22 there is a console without a terminal too; the bar is then drawn into a file, no
  // worse
  @SuppressWarnings("SystemConsoleNull")
  private static boolean terminal() {
    return System.console() != null;
  }

  private ImportKind kind() {
    return Arrays.stream(ImportKind.values())
        .filter(k -> k.word().equals(kind.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> wrong("KIND is one of " + ImportKind.words() + "."));
  }

  private Charset charset() {
    try {
      return charset.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw wrong("There is no charset of that name; try windows-1252.");
    }
  }

  private ZoneId zone() {
    try {
      return zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw wrong("There is no time zone of that name; try Europe/Berlin.");
    }
  }

  private CommandLine.ParameterException wrong(String text) {
    return new CommandLine.ParameterException(spec.commandLine(), text);
  }
}
