package shopbell.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import shopbell.imports.ImportKind;
import shopbell.store.sql.JdbcConnections;

/** {@code -Drows=N} touchpoints from NDJSON, and the very same rows by a bare COPY in the same run. */
@Tag("import")
class ImportBench extends FilesLoaded {
  private static final PrintStream OUT = System.out;
  private static final int SECONDS = 730 * 86_400;

  @Test
  void touchpointsAgainstABareCopyOfTheSameRows() throws Exception {
    int rows = Integer.getInteger("rows", 300_000);
    Path file = generated(rows);
    ProcessorTimeUsed before = ProcessorTimeUsed.now();
    long begun = System.nanoTime();
    assertEquals(rows, load(ImportKind.TOUCHPOINTS, file).rows());
    double whole = told("import of NDJSON", rows, begun, 0);
    OUT.println(
        "  of the processor " + ProcessorTimeUsed.now().since(before, rows) + " for each row");
    try (Connection connection = JdbcConnections.open(database.url())) {
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      copy.copyOut("copy (select * from touchpoint) to stdout", bytes);
      bare(connection, "", bytes.toByteArray(), whole);
      bare(connection, " including indexes", bytes.toByteArray(), whole);
    }
  }

  private static void bare(Connection connection, String with, byte[] bytes, double whole)
      throws SQLException, IOException {
    connection.createStatement().execute("create table bare (like touchpoint" + with + ")");
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    ProcessorTimeUsed before = ProcessorTimeUsed.now();
    long begun = System.nanoTime();
    long rows = copy.copyIn("copy bare from stdin", new ByteArrayInputStream(bytes), 1 << 16);
    told("bare COPY" + (with.isEmpty() ? " without indexes" : with), rows, begun, whole);
    OUT.println("  of the processor " + ProcessorTimeUsed.now().since(before, (int) rows)
        + " for each row");
    connection.createStatement().execute("drop table bare");
  }

  private static double told(String what, long rows, long begun, double whole) {
    double rate = rows * 1e9 / (System.nanoTime() - begun);
    String ratio =
        whole == 0 ? "" : String.format(Locale.ROOT, "; the import has %.2f of it", whole / rate);
    OUT.printf(Locale.ROOT, "%s: %,d rows, %,.0f rows/s%s%n", what, rows, rate, ratio);
    return rate;
  }

  /** In the order of time, as a system hands its events over; always the same. */
  private Path generated(int rows) throws IOException {
    Path file = folder.resolve("touchpoints.ndjson");
    SplittableRandom random = new SplittableRandom(7);
    Instant first = NOW.minusSeconds(SECONDS);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < rows; i++) {
        out.write(String.format(
            Locale.ROOT,
            "{\"id\":\"w%d\",\"time\":\"%s\",\"customer\":{\"system\":\"crm\",\"id\":\"%d\"},\"channel\":\"web\","
                + "\"name\":\"page.viewed\",\"properties\":{\"title\":\"Lamp %d\",\"url\":\"/p/%d\"}}%n",
            i,
            first.plusSeconds((long) SECONDS * i / rows),
            random.nextInt(1, 1_000_000),
            i % 977,
            i % 4_999));
      }
    }
    return file;
  }
}
