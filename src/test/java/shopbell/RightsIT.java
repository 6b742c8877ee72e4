package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.model.ExternalId;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;

/** What an agent may do with other agents' promises and customers, and who may merge. */
class RightsIT {
  private static RunningShop shop;
  private static String anna;
  private static String ben;
  private static String chief;

  @BeforeAll
  static void open() {
    shop = RunningShop.open()
        .hire("anna", "support")
        .hire("ben", "orders")
        .hire("chief", Role.SUPERVISOR, List.of());
    anna = shop.signIn("anna");
    ben = shop.signIn("ben");
    chief = shop.signIn("chief");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Answer call(String cookie, String method, String path, Map<String, ?> body) {
    return shop.call(method, "/api/v1" + path)
        .cookie(cookie)
        .header("Origin", shop.url())
        .json(body)
        .send();
  }

  private static Answer read(String cookie, String path) {
    return shop.call("GET", "/api/v1" + path).cookie(cookie).send();
  }

  private static UUID known(String number, String name) {
    shop.tell(Event.customer(number, name, phone(number)));
    return new ExternalId("crm", number).uuid();
  }

  private static String phone(String number) {
    return "+492215551" + number;
  }

  /** The customer of that number calls, and anna's card of it is there. */
  private static UUID calls(String number, String agent) {
    Event rings = Event.ringing(UUID.randomUUID().toString(), phone(number), agent);
    try (DeskClient deskClient = shop.seat(agent)) {
      shop.tell(rings);
      deskClient.card(rings.interaction(), card -> card.at("/customer/id").isTextual());
    }
    return rings.interaction();
  }

  private static String promised(UUID interaction, Map<String, String> who) {
    Map<String, Object> promise = new HashMap<>(
        Map.of("text", "call back", "due", Instant.now().plusSeconds(3_600).toString()));
    promise.putAll(who);
    return call(anna, "POST", "/interactions/" + interaction + "/promise", promise)
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  private static Answer kept(String cookie, String promise) {
    return call(cookie, "POST", "/promises/" + promise + "/kept", Map.of());
  }

  @Test
  void aPromiseIsKeptByItsOwnerItsQueueASupervisorOrTheAgentWithTheCustomerOnTheDesk() {
    known("11", "Mia Falk");
    UUID contact = calls("11", "anna");
    String annas = promised(contact, Map.of());
    String text = kept(ben, annas).problem(403).path("detail").asText();
    assertTrue(text.contains("its customer is not on your desk"), text);
    kept(anna, annas).expect(204);
    String bens = promised(contact, Map.of("owner", "ben"));
    kept(ben, bens).expect(204);
    kept(ben, promised(contact, Map.of("queue", "orders"))).expect(204);
    kept(anna, promised(contact, Map.of("queue", "orders"))).expect(204);
    String chiefs = promised(contact, Map.of("queue", "support"));
    kept(ben, chiefs).problem(403);
    kept(chief, chiefs).expect(204);
    kept(ben, UUID.randomUUID().toString()).problem(404);
    String last = promised(contact, Map.of());
    calls("11", "ben");
    kept(ben, last).expect(204);
  }

  @Test
  void aChoiceOfCustomerIsUndoneByItsAgentTheAgentWithTheContactOrASupervisor() {
    UUID customer = known("21", "Rosa Wahl");
    known("22", "Lea Wahl");
    UUID contact = calls("22", "anna");
    String path = "/interactions/" + contact + "/customer";
    call(ben, "POST", path, Map.of("customer", customer.toString())).problem(403);
    call(anna, "POST", path, Map.of("customer", customer.toString())).expect(204);
    JsonNode said =
        read(ben, "/customers/" + customer + "/identity").expect(200).json().at("/journal/0");
    assertFalse(said.path("undoable").asBoolean());
    String undo = "/identity/" + said.path("id").asText() + "/undo";
    String text = call(ben, "POST", undo, Map.of()).problem(403).path("detail").asText();
    assertTrue(text.contains("supervisor can take it back"), text);
    call(anna, "POST", undo, Map.of()).expect(200);
    call(ben, "DELETE", path, Map.of()).problem(403);
  }

  @Test
  void anAgentSeesWhoMayBeOneAndDoesNotMergeThem() {
    UUID one = known("31", "Uwe Eins");
    UUID two = known("32", "Uwe Einz");
    String merge = "/customers/" + one + "/merge";
    read(anna, merge + "?other=" + two).problem(403);
    String text = call(anna, "POST", merge, Map.of("other", two.toString(), "version", "1"))
        .problem(403)
        .path("detail")
        .asText();
    assertTrue(text.contains("need the role supervisor"), text);
    call(anna, "DELETE", "/duplicates/" + UUID.randomUUID(), Map.of()).problem(403);
    assertFalse(read(anna, "/duplicates").expect(200).json().path("mayMerge").asBoolean());
    assertTrue(read(chief, "/duplicates").expect(200).json().path("mayMerge").asBoolean());
    long entry = merged(chief, one, two).expect(200).json().path("entry").asLong();
    call(anna, "POST", "/identity/" + entry + "/undo", Map.of()).problem(403);
    assertFalse(read(anna, "/customers/" + one + "/identity")
        .json()
        .at("/journal/0/undoable")
        .asBoolean());
    call(chief, "POST", "/identity/" + entry + "/undo", Map.of()).expect(200);
  }

  private static Answer merged(String cookie, UUID keep, UUID other) {
    String merge = "/customers/" + keep + "/merge";
    String version = read(cookie, merge + "?other=" + other)
        .expect(200)
        .json()
        .path("version")
        .asText();
    return call(cookie, "POST", merge, Map.of("other", other.toString(), "version", version));
  }

  @Test
  void thePreviewSaysBothSidesWhatTheyDifferInAndWhatTakingItBackRestores() {
    UUID keep = known("41", "Jürgen Möller");
    shop.tell(Event.customer("42", "J. Moeller", phone("42")).with("tier", "gold"));
    UUID other = new ExternalId("crm", "42").uuid();
    UUID contact = calls("42", "anna");
    promised(contact, Map.of());
    JsonNode seen =
        read(chief, "/customers/" + keep + "/merge?other=" + other).expect(200).json();
    assertEquals("Jürgen Möller", seen.at("/keep/name").asText());
    assertEquals(0, seen.at("/keep/interactions").asInt());
    assertEquals(1, seen.at("/other/promises").asInt(), seen.toString());
    assertEquals(1, seen.at("/other/handles").asInt());
    assertEquals("name", seen.at("/conflicts/0/field").asText());
    assertEquals("J. Moeller", seen.at("/conflicts/0/other").asText());
    assertEquals(1, seen.path("conflicts").size(), "what only one says is no conflict");
    assertEquals(other.toString(), seen.at("/undo/records/0").asText());
    assertEquals(
        1,
        read(chief, "/customers/" + keep + "/identity").json().path("records").size(),
        "nothing is done yet");
    assertTrue(read(chief, "/looks?customer=" + other).json().toString().contains("identity"));
  }

  @Test
  void aMergeIsRefusedIfACustomerHasChangedSinceThePreview() {
    UUID keep = known("51", "Ida Klick");
    UUID other = known("52", "Ida Klik");
    String merge = "/customers/" + keep + "/merge";
    String version = read(chief, merge + "?other=" + other)
        .expect(200)
        .json()
        .path("version")
        .asText();
    Map<String, String> confirmed = Map.of("other", other.toString(), "version", version);
    shop.tell(Event.customer("52", "Ida Blick", phone("52")));
    String text =
        call(chief, "POST", merge, confirmed).problem(409).path("detail").asText();
    assertTrue(text.contains("Nothing was merged"), text);
    call(chief, "POST", merge, Map.of("other", other.toString())).problem(422);
    merged(chief, keep, other).expect(200);
    read(chief, merge + "?other=" + other).problem(409);
    read(chief, merge).problem(422);
    read(chief, merge + "?other=" + UUID.randomUUID()).problem(404);
    shop.call("GET", "/api/v1" + merge + "?other=" + other)
        .key(shop.key(ApiKeyScope.ADMIN))
        .send()
        .problem(403);
  }

  @Test
  void theRoleThatMayMergeIsConfigured() {
    try (RunningShop free =
        RunningShop.open(Map.of("identity.mergeRole", "agent")).hire("mia")) {
      assertTrue(free.call("GET", "/api/v1/duplicates")
          .cookie(free.signIn("mia"))
          .send()
          .expect(200)
          .json()
          .path("mayMerge")
          .asBoolean());
    }
  }
}
