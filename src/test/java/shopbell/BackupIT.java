package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backs up and restores the embedded database with the commands of docs/operation.md. */
class BackupIT {
  @TempDir
  Path folder;

  @Test
  void aFolderPutAsideWhileStoppedIsTheWholeShopAgainElsewhere() throws Exception {
    Event ringing = Event.ringing("before", "+4922147111", "anna");
    try (RunningShop shop = RunningShop.open(on("data")).hire("anna")) {
      shop.tell(Event.customer("1", "Mia Falk", "+4922147111"), ringing);
    }
    run("tar", "-czf", "shopbell.tar.gz", "-C", "data", ".");
    try (RunningShop gone = RunningShop.open(on("data"))) {
      gone.tell(Event.customer("2", "Jo Nachher", "+4922147222"));
    }
    Files.createDirectory(folder.resolve("again"));
    run("tar", "-xzf", "shopbell.tar.gz", "-C", "again");
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

  private Map<String, String> on(String name) {
    return Map.of("database.url", "embedded:" + folder.resolve(name));
  }

  private void run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    assertEquals(0, process.waitFor());
  }
}
