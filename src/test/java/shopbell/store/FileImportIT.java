package shopbell.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.imports.BulkStore;
import shopbell.imports.ImportKind;
import shopbell.store.interaction.PgEventStore;

class FileImportIT extends FilesLoaded {
  @Test
  void aBadRowIsSetAsideWithItsLineAndReasonAndTheRestGoesIn() throws IOException {
    Path file = file("o.ndjson", """
        {"system":"shop","id":"1","customer":{"system":"crm","id":"1"},"total":{"amount":"19.90","currency":"EUR"}}
        {"system":"shop","id":"2","customer":{"system":"crm","id":"1"},"total":{"amount":"much","currency":"EUR"}}
        {"system":"shop"

        {"system":"shop","id":"4","customer":{"system":"crm","id":"1"},"total":{"amount":5,"currency":"EUR"},"time":"1926-01-01T00:00:00Z"}
        {"system":"shop","id":"5","customer":{"system":"crm","id":"1"},"total":{"amount":5,"currency":"EUR"}}
        """);
    BulkStore.Position end = load(ImportKind.ORDERS, file);
    assertEquals(5, end.rows());
    assertEquals(3, end.rejected());
    assertEquals("2", text("select count(*)::text from purchase"));
    List<Map<?, ?>> rejected = rejected(file);
    assertEquals(List.of(2, 3, 5), rejected.stream().map(r -> r.get("line")).toList());
    assertTrue(rejected.get(0).get("reason").toString().startsWith("/total/amount is a decimal"));
    assertTrue(rejected.get(0).get("row").toString().contains("much"));
    assertTrue(rejected.get(2).get("reason").toString().contains("between 1990"));
  }

  @Test
  void theFileOfRejectedRowsIsReadableByItsOwnerOnly() throws IOException {
    Path file = file("x.ndjson", "{}\n");
    load(ImportKind.ORDERS, file);
    assertEquals(
        "rw-------",
        java.nio.file.attribute.PosixFilePermissions.toString(
            Files.getPosixFilePermissions(beside(file))));
  }

  @Test
  void theSameFileAgainChangesNothing() throws IOException {
    Path file = file("t.ndjson", """
        {"time":"2026-01-31T17:00:00Z","handle":{"kind":"cookie","value":"c1"},"name":"page.viewed"}
        {"id":"7","time":"2026-02-28T17:00:00Z","customer":{"system":"crm","id":"1"},"name":"login","properties":{"text":"a\\tb\\\\c"}}
        """);
    load(ImportKind.TOUCHPOINTS, file);
    String before = everything("touchpoint");
    Files.copy(file, folder.resolve("copy.ndjson"));
    load(ImportKind.TOUCHPOINTS, file);
    load(ImportKind.TOUCHPOINTS, folder.resolve("copy.ndjson"));
    assertEquals(before, everything("touchpoint"));
    assertEquals(
        "a\tb\\c", text("select properties ->> 'text' from touchpoint where name = 'login'"));
  }

  @Test
  void aRowIsKeptAsADoorWouldKeepIt() throws IOException {
    PgEventStore ledger = new PgEventStore(database);
    Waiting.on(ledger.keep(
        "import",
        StoredRecords.customer("1", "Mia Falk", StoredRecords.phone("+4922147111")),
        NOW));
    Path file = file("k.ndjson", """
        {"system":"desk","id":"1","phone":"","customer":{"kind":"phone","value":"0221 47111"},"subject":"Lampe","status":"closed","updatedAt":"2026-02-01T00:00:00Z"}
        {"system":"desk","id":"2","customer":{"kind":"phone","value":"0221 47119"},"subject":"Lampe"}
        """);
    load(ImportKind.TICKETS, file);
    assertEquals(
        StoredRecords.id("1").toString(),
        text("select customer::text from ticket where external_id = '1'"));
    assertEquals("phone:+4922147119", text("select waits_for from ticket where external_id = '2'"));
    assertEquals(
        "2026-02-01 00:00:00+00",
        text("select closed_at::text from ticket where closed_at is not null"));
  }

  @Test
  void factsThatCameBeforeTheirCustomerFindHimWhenHisFileIsIn() throws IOException {
    load(
        ImportKind.TOUCHPOINTS,
        file(
            "t.ndjson",
            "{\"time\":\"2026-01-31T17:00:00Z\",\"handle\":{\"kind\":\"cookie\",\"value\":\"c1\"},\"name\":\"a\"}"));
    load(ImportKind.CUSTOMERS, file("k.csv", "system,id,name,cookie\ncrm,1,Ada,c1\n"));
    assertEquals(StoredRecords.id("1").toString(), text("select customer::text from touchpoint"));
  }

  @Test
  void aRowThatTheDatabaseRefusesIsRejectedWithItsLineAndReason() throws IOException {
    String good =
        "{\"type\":\"shopbell.store.row\",\"source\":\"x\",\"id\":\"%d\",\"data\":{\"table\":\"promise\","
            + "\"row\":{\"id\":\"00000000-0000-0000-0000-00000000000%d\",\"customer\":\"00000000-0000-0000-0000-000000000009\","
            + "\"text\":\"call\",\"due\":\"2026-01-01T00:00:00Z\",\"made_at\":\"2026-01-01T00:00:00Z\"}}}\n";
    Path file = file(
        "rows.ndjson",
        good.formatted(1, 1)
            + good.formatted(2, 2).replace("\"due\":\"2026-01-01", "\"due\":\"2026-99-01")
            + "not json\n"
            + good.formatted(3, 3)
            + good.formatted(4, 4).replace("\"text\":\"call\",", "")
            + good.formatted(5, 5).replace("\"promise\"", "\"session\"")
            + good.formatted(6, 6));
    BulkStore.Position end = load(ImportKind.EVENTS, file);
    assertEquals(7, end.rows());
    assertEquals(4, end.rejected());
    assertEquals("3", text("select count(*)::text from promise"));
    List<Map<?, ?>> rejected = rejected(file);
    assertEquals(List.of(2, 3, 5, 6), rejected.stream().map(r -> r.get("line")).toList());
    assertTrue(
        rejected.get(2).get("reason").toString().contains("\"text\""),
        rejected.get(2).get("reason").toString());
    assertTrue(rejected.get(3).get("reason").toString().contains("no such table"));
    assertEquals(new BulkStore.Position(7, 4, Files.size(beside(file))), end);
  }

  @Test
  void liveEventsAreNotImportedFromAFile() throws IOException {
    Path file = file(
        "e.ndjson",
        "{\"specversion\":\"1.0\",\"type\":\"shopbell.interaction.ringing\",\"source\":\"pbx\",\"id\":\"1\","
            + "\"time\":\"2026-03-01T00:00:00Z\",\"data\":{\"interaction\":\"1\"}}\n");
    assertEquals(1, load(ImportKind.EVENTS, file).rejected());
  }

  @Test
  void aKilledImportGoesOnWhereItWasAndDoublesNothing() throws Exception {
    int rows = 200_000;
    Path file = file(
        "t.ndjson",
        IntStream.range(0, rows)
            .mapToObj(i -> i % 1000 == 7
                ? "bad row"
                : "{\"id\":\"%d\",\"time\":\"2026-02-%02dT17:00:00Z\",\"customer\":{\"system\":\"crm\",\"id\":\"%d\"},\"name\":\"n\"}"
                    .formatted(i, 1 + i % 28, 1 + i % 999))
            .collect(Collectors.joining("\n")));
    Process first = command(file);
    Waiting.until(
        "a batch is in",
        () -> !text("select coalesce(max(rows), 0)::text from import_progress").equals("0"));
    first.destroyForcibly().waitFor();
    String reached = text("select rows::text from import_progress where finished_at is null");
    assertTrue(Integer.parseInt(reached) < rows, "killed in the middle, after " + reached);
    Process second = command(file);
    String said = new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, second.waitFor(), said);
    assertTrue(said.contains("going on after row"), said);
    assertEquals("199800", text("select count(*)::text from touchpoint"));
    assertEquals(200, rejected(file).size());
    assertEquals(8, rejected(file).get(0).get("line"));
  }

  private Process command(Path file) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        "shopbell.cli.Main",
        "import",
        "touchpoints",
        file.toString());
    builder.environment().put("SHOPBELL_DATABASE_URL", database.url());
    return builder.start();
  }
}
