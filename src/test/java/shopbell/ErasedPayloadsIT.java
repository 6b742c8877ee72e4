package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopbell.config.SettingsReader;
import shopbell.imports.FileImport;
import shopbell.imports.ImportFile;
import shopbell.imports.ImportKind;
import shopbell.imports.ImportProgress;
import shopbell.model.ExternalId;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;
import shopbell.store.DirectQueries;
import shopbell.store.imports.PgBulk;

/** Erasing reaches the data outside the customer tables. */
class ErasedPayloadsIT {
  private static WebhookServer crm;
  private static RunningShop shop;
  private static RunningShop other;
  private static String admin;

  @BeforeAll
  static void open() {
    crm = new WebhookServer();
    crm.answers(503);
    Map<String, String> settings = Map.of(
        "database.url",
        RunningShop.freshDatabase(),
        "deliveries.crm.kind",
        "webhook",
        "deliveries.crm.url",
        crm.url(),
        "deliveries.crm.secret",
        WebhookServer.SECRET);
    shop = RunningShop.open(settings).hire("chief", Role.SUPERVISOR, List.of());
    other = RunningShop.open(settings);
    admin = shop.key(ApiKeyScope.ADMIN);
  }

  @AfterAll
  static void close() {
    other.close();
    shop.close();
    crm.close();
  }

  private static Answer call(RunningShop at, String method, String path) {
    return at.call(method, "/api/v1" + path).key(admin).send();
  }

  private static String deliveries(RunningShop at) {
    StringBuilder all = new StringBuilder();
    JsonNode doors = call(at, "GET", "/doors").expect(200).json().path("items");
    for (JsonNode door : doors) {
      String name = door.path("name").asText();
      JsonNode items =
          call(at, "GET", "/doors/" + name + "/deliveries").expect(200).json().path("items");
      for (JsonNode item : items) {
        String one = "/doors/" + name + "/deliveries/" + item.path("id").asText();
        all.append(call(at, "GET", one + "?plain=true").expect(200).text());
      }
    }
    return all.toString();
  }

  @Test
  void payloadsInMemoryAreForgottenAtEveryNode() {
    shop.tell(Event.customer("91", "Zebulonia Vale", "+4922166901"));
    other.tell(Event.customer("91", "Zebulonia Vale", "+4922166901"));
    assertTrue(deliveries(shop).contains("Zebulonia"));
    assertTrue(deliveries(other).contains("Zebulonia"));
    call(shop, "DELETE", "/customers/" + new ExternalId("crm", "91").uuid()).expect(200);
    for (RunningShop node : List.of(shop, other)) {
      Waiting.until("the payloads are forgotten", () -> !deliveries(node).contains("Zebulonia"));
    }
  }

  @Test
  void anErasureDeletesWaitingMessagesAboutMergesOfThePerson() {
    shop.tell(
        Event.customer("K-77", "Ida Weg", "+4922166902"),
        Event.customer("K-78", "Ida Wegg", "+4922166903"));
    String keep = new ExternalId("crm", "K-77").uuid().toString();
    String gone = new ExternalId("crm", "K-78").uuid().toString();
    String merge = "/api/v1/customers/" + keep + "/merge";
    String chief = shop.signIn("chief");
    String version = shop.call("GET", merge + "?other=" + gone)
        .cookie(chief)
        .send()
        .expect(200)
        .json()
        .path("version")
        .asText();
    shop.call("POST", merge)
        .cookie(chief)
        .header("Origin", shop.url())
        .json(Map.of("other", gone, "version", version))
        .send()
        .expect(200);
    DirectQueries directQueries = new DirectQueries(shop.application().database());
    assertTrue(directQueries.tablesWith("K-78\"").contains("outgoing"));
    call(shop, "DELETE", "/customers/" + gone).expect(200);
    assertEquals(
        "customer.erased",
        directQueries.text(
            "select string_agg(event, ' ') from outgoing where body::text like '%K-78%'"));
  }

  @Test
  void anErasureNamesTheFilesOfRejectedRows(@TempDir Path folder) throws IOException {
    shop.tell(Event.customer("93", "Uwe Rest", "+4922166904"));
    Path file = Files.writeString(folder.resolve("old.ndjson"), "{\"name\": \"Uwe Rest\"}\n");
    try (PgBulk bulk = PgBulk.open(shop.application().database())) {
      new FileImport(
              new ImportFile(file, ImportKind.EVENTS, StandardCharsets.UTF_8, Set.of()),
              "import",
              bulk,
              ImportModule.language(SettingsReader.read(Optional.empty(), Map.of())),
              new ImportProgress(new PrintWriter(new StringWriter()), false, System::nanoTime))
          .run(InstantSource.system());
    }
    JsonNode told = call(shop, "DELETE", "/customers/" + new ExternalId("crm", "93").uuid())
        .expect(200)
        .json();
    assertEquals(file + ".rejected", told.at("/files/0").asText(), told.toString());
    assertTrue(Files.readString(Path.of(file + ".rejected")).contains("Uwe Rest"));
  }
}
