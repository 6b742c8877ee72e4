package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backs up Debian's PostgreSQL while Shopbell runs, and restores it, with the commands of docs/operation.md. */
class ExternalBackupPeer {
  private static final Path SCRIPTS = Path.of("src/test/peers/postgresql").toAbsolutePath();

  @TempDir
  Path folder;

  private final int port = TwoNodes.freePorts();
  private Process server;
  private String tools;

  @BeforeEach
  void serve() throws Exception {
    tools = said("bash", SCRIPTS.resolve("install.sh").toString());
    // the server's user needs access
    assertTrue(folder.toFile().setExecutable(true, false));
    server = new ProcessBuilder(
            "bash", SCRIPTS.resolve("serve.sh").toString(), folder.resolve("pg") + "", "" + port)
        .inheritIO()
        .start();
    Waiting.until("PostgreSQL takes connections", this::ready);
  }

  @AfterEach
  void end() throws InterruptedException {
    server.destroy();
    server.waitFor();
  }

  @Test
  void aDumpTakenWhileItRingsIsTheWholeShopInAnotherDatabase() throws Exception {
    Event ringing = Event.ringing("before", "+4922147111", "anna");
    said(tools + "/createdb", "-T", "template0", "shopbell");
    try (RunningShop shop = RunningShop.open(on("shopbell")).hire("anna")) {
      shop.tell(Event.customer("1", "Mia Falk", "+4922147111"), ringing);
      said(tools + "/pg_dump", "-Fc", "-f", dump(), url("shopbell"));
      shop.tell(Event.customer("2", "Jo Nachher", "+4922147222"));
    }
    said(tools + "/createdb", "-T", "template0", "again");
    said(tools + "/pg_restore", "--no-owner", "-d", url("again"), dump());
    try (RunningShop shop = RunningShop.open(on("again"));
        DeskClient anna = shop.seat("anna")) {
      JsonNode card = anna.frame("welcome", w -> true).at("/desk/0");
      assertEquals(ringing.interaction().toString(), card.at("/interaction/id").asText());
      assertEquals("Mia Falk", card.at("/customer/name").asText());
      JsonNode found = shop.call("GET", "/api/v1/customers?q=Nachher")
          .cookie(anna.cookie())
          .send()
          .expect(200)
          .json();
      assertEquals(0, found.path("items").size());
    }
  }

  private String dump() {
    return folder.resolve("shopbell.dump").toString();
  }

  private Map<String, String> on(String name) {
    return Map.of("database.url", url(name));
  }

  private String url(String name) {
    return "postgresql://shopbell:secret@127.0.0.1:" + port + "/" + name;
  }

  private boolean ready() {
    try {
      return run(tools + "/pg_isready", "-h", "127.0.0.1", "-p", "" + port).waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String said(String... command) throws Exception {
    Process process = run(command);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> String.join(" ", command));
    return out.strip();
  }

  private Process run(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("PGHOST", "127.0.0.1");
    environment.put("PGPORT", "" + port);
    environment.put("PGUSER", "shopbell");
    environment.put("PGPASSWORD", "secret");
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
