package shopbell.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import shopbell.imports.BulkStore;
import shopbell.imports.ImportFile;
import shopbell.imports.ImportKind;
import shopbell.model.Rejected;

class CsvLoadingIT extends FilesLoaded {
  private static final String CUSTOMERS =
      "system;id;name;phone;email;attributes.region;organizations.id;organizations.role\r\n";

  @Test
  void aSpreadsheetsCsvIsReadWithItsQuirks() throws IOException {
    Path file = file(
        "k.csv",
        "\uFEFF" + CUSTOMERS
            + "crm;1;\"Müller, \"\"Jürgen\"\"\";0221 47110;JM@Example.org;Nord;9;buyer\r\n"
            + "\r\n"
            + "crm;2;\"Ada\nLong\";;;;;\r\n"
            + "crm;9;Groß & Söhne;+49 30 230*;;;;");
    assertEquals(new BulkStore.Position(3, 0, 0), load(ImportKind.CUSTOMERS, file));
    assertEquals("Müller, \"Jürgen\"", text("select name from customer where external_id = '1'"));
    assertEquals("Ada\nLong", text("select name from customer where external_id = '2'"));
    assertEquals(
        "+4922147110",
        text("select value from handle where kind = 'phone' and customer in"
            + " (select id from customer where external_id = '1')"));
    assertEquals("jm@example.org", text("select value from handle where kind = 'email'"));
    assertEquals(
        "Nord", text("select attributes ->> 'region' from customer where external_id = '1'"));
    assertEquals("buyer", text("select role from membership"));
    assertEquals("+4930230", text("select value from handle where block"));
  }

  @Test
  void callsOfThePastAreReadFromCsv() throws IOException {
    load(ImportKind.INTERACTIONS, file("i.csv", """
            system,interaction,customer.system,customer.id,startedAt,endedAt,agent,disposition,note
            old,7,crm,1,2025-06-01T10:00:00Z,2025-06-01T10:04:00Z,anna,delivery,"Paket, spät"
            """));
    assertEquals(
        "anna delivery Paket, spät closed",
        text("select concat_ws(' ', agent, disposition, note, state) from interaction"));
  }

  @Test
  void gzipIsTakenAndABatchHoldsTheNewestOfTwo() throws IOException {
    Path file = folder.resolve("k.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("""
              system,id,name,time
              crm,1,New,2026-02-01T00:00:00Z
              crm,1,Old,2026-01-01T00:00:00Z
              """.getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(2, load(ImportKind.CUSTOMERS, file).rows());
    assertEquals("New", text("select name from customer"));
  }

  @Test
  void anEmptyFileIsNoRows() throws IOException {
    assertEquals(BulkStore.Position.START, load(ImportKind.CUSTOMERS, file("e.csv", "")));
    assertEquals(
        BulkStore.Position.START, load(ImportKind.CUSTOMERS, file("h.csv", "system,id,name\n")));
    assertFalse(Files.exists(beside(folder.resolve("e.csv"))));
  }

  @Test
  void aColumnNobodyReadsStopsTheFileAndSaysWhatWasMeant() throws IOException {
    Path file = file("k.csv", "system,id,name,emial\ncrm,1,Ada,a@example.org\n");
    Rejected wrong = assertThrows(Rejected.class, () -> load(ImportKind.CUSTOMERS, file));
    assertTrue(wrong.getMessage().contains("emial"), wrong.getMessage());
    assertTrue(wrong.getMessage().contains("did you mean email?"), wrong.getMessage());
    assertEquals("0", text("select count(*)::text from customer"));
    ImportFile ignoring =
        new ImportFile(file, ImportKind.CUSTOMERS, StandardCharsets.UTF_8, Set.of("emial"));
    assertEquals(1, load(ignoring).rows());
  }

  @Test
  void aFieldOfAHundredKilobytesIsRefusedAndTheNextRowIsRead() throws IOException {
    Path file = file(
        "k.csv",
        "system,id,name,attributes.essay\ncrm,1,Ada,\"" + "x".repeat(100_000)
            + "\"\ncrm,2,Bea,short\n");
    assertEquals(1, load(ImportKind.CUSTOMERS, file).rejected());
    assertEquals("Bea", text("select name from customer"));
    assertTrue(rejected(file).get(0).get("reason").toString().contains("20000"));
  }

  @Test
  void aQuotationMarkThatIsNeverClosedIsSaidWithItsLine() throws IOException {
    Path file = file("k.csv", "system,id,name\ncrm,1,Ada\ncrm,2,\"Bea\ncrm,3,Cleo\n");
    IOException wrong = assertThrows(IOException.class, () -> load(ImportKind.CUSTOMERS, file));
    assertTrue(wrong.getMessage().contains("line 3"), wrong.getMessage());
  }

  @Test
  void bytesOfAnotherCharsetSpoilTheirRowsUnlessItIsNamed() throws IOException {
    Path file = folder.resolve("k.csv");
    Charset windows = Charset.forName("windows-1252");
    Files.write(file, "system;id;name\ncrm;1;Jürgen\ncrm;2;Ada\n".getBytes(windows));
    assertEquals(1, load(ImportKind.CUSTOMERS, file).rejected());
    assertEquals(
        0, load(new ImportFile(file, ImportKind.CUSTOMERS, windows, Set.of())).rejected());
    assertEquals("Jürgen", text("select name from customer where external_id = '1'"));
  }
}
