package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.TreeSet;
import java.util.UUID;
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

class ForgettingIT {
  private static RunningShop shop;
  private static DirectQueries directQueries;
  private static String anna;
  private static String chief;
  private static String root;

  @TempDir
  Path folder;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(Map.of("locale", "en"))
        .hire("anna")
        .hire("chief", Role.SUPERVISOR, List.of());
    directQueries = new DirectQueries(shop.application().database());
    anna = shop.signIn("anna");
    chief = shop.signIn("chief");
    root = shop.key(ApiKeyScope.ADMIN);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static UUID life(String number, String mark, String phone) {
    return new CompleteCustomer(shop, anna).of(number, mark, phone);
  }

  private static UUID id(String number) {
    return new ExternalId("crm", number).uuid();
  }

  private static Call admin(String method, String path) {
    return shop.call(method, "/api/v1/customers/" + path).key(root);
  }

  private static Set<String> export(UUID customer) {
    Set<String> lines = new TreeSet<>();
    Answer answer = shop.call("GET", "/api/v1/customers/" + customer + "/export")
        .cookie(chief)
        .send()
        .expect(200);
    assertEquals("application/cloudevents-batch+json", answer.header("Content-Type"));
    answer.json().forEach(event -> {
      // what the duplicate finder makes of a record, in its own time
      String table = event.at("/data/table").asText();
      if (table.equals("customer")) {
        ((ObjectNode) event.at("/data/row")).put("examined", false);
        ((ObjectNode) event).put("id", "customer");
      }
      if (!table.equals("block_key") && !table.equals("duplicate")) {
        lines.add(event.toString());
      }
    });
    return lines;
  }

  @Test
  void anErasedCustomerIsCompleteAgainAfterTheExportIsImported() throws IOException {
    UUID customer = life("K-1001", "Quintessa", "+4922166101");
    for (String written : List.of("guess", "decision")) {
      Waiting.until(
          written + " is kept",
          () -> export(customer).stream()
              .anyMatch(line -> line.contains("\"table\":\"" + written + "\"")));
    }
    Set<String> before = export(customer);
    assertTrue(before.size() > 15, "too little: " + before.size());
    admin("DELETE", customer.toString()).send().expect(200);
    admin("GET", customer + "/export").send().problem(404);
    Path file = Files.writeString(
        folder.resolve("export.json"), "[\n" + String.join(",\n", before) + "\n]");
    try (PgBulk bulk = PgBulk.open(shop.application().database())) {
      new FileImport(
              new ImportFile(file, ImportKind.EVENTS, StandardCharsets.UTF_8, Set.of()),
              "import",
              bulk,
              ImportModule.language(SettingsReader.read(Optional.empty(), Map.of())),
              new ImportProgress(new PrintWriter(new StringWriter()), false, System::nanoTime))
          .run(InstantSource.system());
    }
    assertFalse(Files.exists(folder.resolve("export.json.rejected")));
    assertEquals(before, export(customer));
  }

  @Test
  void afterErasingNothingPersonalIsLeftInAnyTable() {
    UUID customer = life("K-2001", "Zebulonia", "+4922166201");
    Event keyed = Event.customer("K-2001", "Person Zebulonia", "+4922166201");
    shop.tell(new Event(keyed.type(), "change of +4922166201", keyed.time(), keyed.data()));
    String solved = "select count(*) from interaction where disposition = 'solved'";
    String contacts = directQueries.text(solved);
    assertTrue(directQueries.tablesWith("Zebulonia").size() > 5);
    JsonNode told = admin("DELETE", customer.toString()).send().expect(200).json();
    assertEquals("erased", told.path("what").asText());
    assertEquals("K-2001", told.at("/sources/0/id").asText());
    assertEquals(1, told.at("/done/customer").asInt());
    assertEquals(1, told.at("/done/shipment").asInt());
    assertEquals(
        List.of("customer"), directQueries.tablesWith("Zebulonia"), "the firm alone has the word");
    assertEquals(List.of(), directQueries.tablesWith("4922166201"));
    assertEquals(List.of(), directQueries.tablesWith("K-2001\""));
    assertEquals(contacts, directQueries.text(solved));
    String uuid = customer.toString();
    shop.call("GET", "/api/v1/looks?customer=" + uuid).cookie(chief).send().expect(200);
    assertEquals(List.of("audit", "erasure", "look"), directQueries.tablesWith(uuid));
    JsonNode again = admin("DELETE", uuid).send().expect(200).json();
    assertEquals(told.path("at"), again.path("at"));
    assertEquals(0, again.path("done").size());
  }

  @Test
  void anOpenCardOfWhoIsErasedIsBlankAtOnce() {
    shop.tell(Event.customer("K-3001", "Oriana Vale", "+4922166301"));
    try (DeskClient deskClient = shop.seat("anna")) {
      Event rings = Event.ringing("open call", "+4922166301", "anna");
      shop.tell(rings);
      deskClient.card(
          rings.interaction(), card -> card.at("/customer/name").asText().equals("Oriana Vale"));
      admin("DELETE", id("K-3001").toString()).send().expect(200);
      JsonNode blank = deskClient.card(
          rings.interaction(),
          card -> card.path("customer").isNull() && card.at("/interaction/from").isNull());
      assertEquals("unknown", blank.at("/match/status").asText());
      assertEquals("ringing", blank.at("/interaction/state").asText());
      assertEquals(List.of(), directQueries.tablesWith("4922166301"));
    }
  }

  @Test
  void theNamelessKeepTheirFactsAndNothingElse() {
    UUID customer = life("K-4001", "Xanthippus", "+4922166401");
    JsonNode told = admin("POST", customer + "/anonymise").send().expect(200).json();
    assertEquals("anonymised", told.path("what").asText());
    UUID nobody = UUID.fromString(told.path("customer").asText());
    JsonNode card = admin("GET", nobody.toString()).send().expect(200).json();
    assertEquals("—", card.at("/customer/name").asText());
    assertEquals(
        "19.9", card.at("/value/lifetime").decimalValue().stripTrailingZeros().toString());
    assertEquals(1, card.at("/tickets/open").asInt());
    assertEquals(1, card.at("/history/contacts").asInt());
    assertEquals(List.of(), directQueries.tablesWith("4922166401"));
    assertEquals(List.of(), directQueries.tablesWith("note Xanthippus"));
    assertEquals(List.of(), directQueries.tablesWith("Person Xanthippus"));
    assertEquals(List.of(), directQueries.tablesWith("OK-4001"));
    admin("GET", customer.toString()).send().problem(404);
  }

  @Test
  void onlyTheRightPeopleExportAndErase() {
    UUID customer = life("K-6001", "Wendelin", "+4922166601");
    String path = "/api/v1/customers/" + customer;
    shop.call("GET", path + "/export").send().problem(401);
    shop.call("GET", path + "/export").cookie(anna).send().problem(403);
    for (String cookie : List.of(anna, chief)) {
      shop.call("DELETE", path)
          .cookie(cookie)
          .header("Origin", shop.url())
          .send()
          .problem(403);
    }
    shop.call("DELETE", path).key(shop.key(ApiKeyScope.READ)).send().problem(403);
    shop.call("POST", path + "/anonymise")
        .key(shop.key(ApiKeyScope.READ))
        .send()
        .problem(403);
    admin("DELETE", "nobody").send().problem(422);
    admin("DELETE", UUID.randomUUID().toString()).send().problem(404);
    admin("GET", "1/export").send().problem(422);
    assertEquals(200, admin("GET", customer + "/export").send().status());
  }
}
