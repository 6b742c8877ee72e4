package shopbell.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import shopbell.Event;
import shopbell.RunningShop;
import shopbell.Waiting;
import shopbell.model.ExternalId;
import shopbell.model.Role;

class ExportCommandIT {
  private static final String MIA = new ExternalId("crm", "1").uuid().toString();

  @TempDir
  private static Path folder;

  private static RunningShop shop;
  private static Path config;

  private final StringWriter said = new StringWriter();

  @BeforeAll
  static void open() throws IOException {
    Map<String, String> settings = new HashMap<>(RunningShop.settings());
    shop = RunningShop.open(settings).hire("chief", Role.SUPERVISOR, List.of());
    shop.tell(Event.customer("1", "Mia Falk", "+4922147111"));
    // the duplicate search examines every new customer a moment later, and leaves rows behind
    Waiting.until("she is looked at", () -> called().contains("\"examined\": true"));
    config = Files.writeString(
        folder.resolve("shopbell.yaml"),
        "database:\n  url: " + settings.get("database.url") + "\n");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private int export(String... asked) {
    PrintWriter out = new PrintWriter(said, true);
    return new CommandLine(new ExportCommand())
        .setOut(out)
        .setErr(out)
        .setParameterExceptionHandler((wrong, given) -> {
          out.println(wrong.getMessage());
          return 2;
        })
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          out.println(failure.getMessage());
          return 1;
        })
        .execute(given(asked));
  }

  private static String[] given(String... asked) {
    String[] all = java.util.Arrays.copyOf(asked, asked.length + 2);
    all[asked.length] = "--config";
    all[asked.length + 1] = config.toString();
    return all;
  }

  private static String called() {
    return shop.call("GET", "/api/v1/customers/" + MIA + "/export")
        .cookie(shop.signIn("chief"))
        .send()
        .expect(200)
        .text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm/1", "uuid"})
  void itSaysWhatTheCallSays(String customer) {
    assertEquals(0, export(customer.equals("uuid") ? MIA : customer), said.toString());
    assertEquals(called(), said.toString());
    assertTrue(said.toString().contains("Mia Falk"));
  }

  @Test
  void theFileIsForItsOwnerAloneAndNeverWrittenOver() throws IOException {
    Path file = folder.resolve("mia.json");
    assertEquals(0, export("crm/1", "--to", file.toString()), said.toString());
    assertEquals("", said.toString());
    assertEquals(called(), Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(2, export("crm/1", "--to", file.toString()));
  }

  @Test
  void itIsALookThatIsKept() {
    export("crm/1");
    JsonNode looks = shop.call("GET", "/api/v1/looks?customer=" + MIA)
        .cookie(shop.signIn("chief"))
        .send()
        .expect(200)
        .json()
        .path("items");
    boolean kept = false;
    for (JsonNode look : looks) {
      kept |= look.path("agent").asText().equals(ExportCommand.ACTOR)
          && look.path("why").asText().equals("exported");
    }
    assertTrue(kept, looks.toString());
  }

  @Test
  void anUnknownUserIsReported() {
    assertEquals(1, export("crm/2"));
    assertEquals("There is no such customer.", said.toString().strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mia", "/1", "crm/"})
  void whatIsNoCustomerIsAWrongUse(String customer) {
    assertEquals(2, export(customer));
    assertEquals(
        "CUSTOMER is a UUID or SYSTEM/ID, such as crm/4711.", said.toString().strip());
  }
}
