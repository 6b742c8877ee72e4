package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopbell.model.ExternalId;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;

/** Merging customers: shown on open cards at once, and undone. */
class PersonsIT {
  private static RunningShop shop;
  private DeskClient anna;

  @BeforeAll
  static void open() {
    shop = RunningShop.open().hire("anna", Role.SUPERVISOR, List.of()).hire("ben", "elsewhere");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void sit() {
    anna = shop.seat("anna");
  }

  @AfterEach
  void leave() {
    anna.close();
  }

  private static UUID customer(String number) {
    return new ExternalId("crm", number).uuid();
  }

  private Answer call(String method, String path) {
    return shop.call(method, "/api/v1" + path).cookie(anna.cookie()).send();
  }

  private Answer post(String path, Map<String, ?> body) {
    return shop.call("POST", "/api/v1" + path).cookie(anna.cookie()).json(body).send();
  }

  private Answer merged(UUID keep, UUID other) {
    String merge = "/customers/" + keep + "/merge";
    String version = call("GET", merge + "?other=" + other)
        .expect(200)
        .json()
        .path("version")
        .asText();
    return post(merge, Map.of("other", other, "version", version));
  }

  private UUID rings(String from) {
    Event ringing = Event.ringing(UUID.randomUUID().toString(), from, "anna");
    shop.tell(ringing);
    anna.card(ringing.interaction(), "ringing");
    return ringing.interaction();
  }

  private static Event visit(String name, String cookie, Instant at) {
    return Event.of(
            "shopbell.touchpoint",
            Map.of(
                "id",
                UUID.randomUUID().toString(),
                "handle",
                Map.of("kind", "cookie", "value", cookie),
                "channel",
                "web",
                "name",
                name))
        .at(at);
  }

  private static Map<String, Object> cookie(String value) {
    return Map.of("kind", "cookie", "value", value, "verified", true);
  }

  private static boolean shows(JsonNode card, String step) {
    return card.path("journey").toString().contains(step);
  }

  @Test
  void aMergeAndItsUndoingAreSeenOnOpenCardsWithinASecond() {
    shop.tell(
        Event.customer("1", "Mia Falk", "+4922147001"),
        Event.customer("2", "M. Falk", "+4922147002"));
    UUID call = rings("+4922147002");
    anna.card(call, c -> c.at("/customer/name").asText().equals("M. Falk"));
    Instant said = Instant.now();
    long entry =
        merged(customer("1"), customer("2")).expect(200).json().path("entry").asLong();
    JsonNode merged = anna.card(call, c -> c.at("/customer/name").asText().equals("Mia Falk"));
    assertTrue(Instant.now().isBefore(said.plusSeconds(1)));
    assertEquals(customer("1").toString(), merged.at("/match/customer").asText());
    int version = merged.path("version").asInt();
    JsonNode why =
        call("GET", "/customers/" + customer("2") + "/identity").expect(200).json();
    assertEquals(2, why.path("records").size());
    assertEquals("anna", why.at("/journal/0/actor").asText());
    assertTrue(why.at("/journal/0/undoable").asBoolean());
    post("/identity/" + entry + "/undo", Map.of()).expect(200);
    anna.card(
        call,
        c -> c.path("version").asInt() > version
            && c.at("/customer/name").asText().equals("M. Falk"));
  }

  @Test
  void anInvalidStatementAboutCustomersIsRefused() {
    shop.tell(Event.customer("5", "Uwe Eins", "+4922147005"));
    UUID nobody = UUID.randomUUID();
    String merge = "/customers/" + customer("5") + "/merge";
    post(merge, Map.of("other", nobody, "version", "1")).problem(404);
    post(merge, Map.of("other", customer("5"), "version", "1")).problem(409);
    post(merge, Map.of("other", "five", "version", "1")).problem(422);
    post(merge, Map.of()).problem(422);
    post("/identity/987654321/undo", Map.of()).problem(404);
    post("/identity/one/undo", Map.of()).problem(422);
    call("GET", "/customers/" + nobody + "/identity").problem(404);
    call("GET", "/customers/" + nobody + "/duplicates").problem(404);
    call("DELETE", "/duplicates/" + nobody).problem(404);
    call("GET", "/duplicates?before=x").problem(422);
    call("DELETE", "/interactions/" + nobody + "/customer").problem(404);
    shop.call("POST", "/api/v1" + merge)
        .key(shop.key(ApiKeyScope.READ))
        .json(Map.of("other", nobody))
        .send()
        .problem(403);
  }

  @Test
  void aChoiceIsTakenBackAndTheNumberForgotten() {
    shop.tell(Event.customer("11", "Rosa Wahl", "+4922147011"));
    UUID call = rings("+4922147019");
    String path = "/interactions/" + call + "/customer";
    call("DELETE", path).problem(404);
    post(path, Map.of("customer", customer("11"))).expect(204);
    int version = anna.card(call, c -> c.at("/customer/name").asText().equals("Rosa Wahl"))
        .path("version")
        .asInt();
    call("DELETE", path).expect(204);
    JsonNode after = anna.card(
        call,
        c -> c.path("version").asInt() > version
            && c.at("/match/status").asText().equals("unknown"));
    assertTrue(after.path("customer").isNull());
    assertEquals(
        1,
        call("GET", "/customers/" + customer("11") + "/identity")
            .json()
            .path("handles")
            .size());
  }

  @Test
  void visitsOfAnUnknownBrowserAppearOnTheOpenCardWhenItsOwnerIsKnown() {
    shop.tell(
        Event.customer("21", "Ida Klick", "+4922147021"),
        visit("anonymous.step", "c21", Instant.now().minusSeconds(600)));
    UUID call = rings("+4922147021");
    Instant told = Instant.now();
    shop.tell(
        Event.customer("21", "Ida Klick", "+4922147021").with("handles", List.of(cookie("c21"))));
    JsonNode card = anna.card(call, c -> shows(c, "anonymous.step"));
    assertTrue(Instant.now().isBefore(told.plusSeconds(1)));
    assertEquals("Ida Klick", card.at("/customer/name").asText());
  }

  @Test
  void aSignedInChatJoinsTheVisitsBeforeIt() {
    Map<String, Object> number = Map.of("kind", "customerNumber", "value", "K31", "verified", true);
    shop.tell(
        Event.customer("31", "Pia Chat", "+4922147031").with("handles", List.of(number)),
        visit("before.chat", "c31", Instant.now().minusSeconds(300)));
    Event chat = Event.ringing(UUID.randomUUID().toString(), "", "anna")
        .with("channel", "chat")
        .with("handles", List.of(number, cookie("c31")));
    shop.tell(chat);
    anna.card(chat.interaction(), c -> shows(c, "before.chat"));
    JsonNode why = call("GET", "/customers/" + customer("31") + "/identity").json();
    assertEquals("signed-in", why.at("/journal/0/actor").asText());
    post("/identity/" + why.at("/journal/0/id").asLong() + "/undo", Map.of()).expect(200);
    JsonNode page = call("GET", "/customers/" + customer("31")).expect(200).json();
    assertTrue(!shows(page, "before.chat"));
  }

  @Test
  void twoRecordsOfOnePersonAreSuggestedWithReasonsUntilAnAgentRefuses() {
    Map<String, String> home = Map.of(
        "street", "Lindenweg 4", "postalCode", "50667", "city", "Köln", "birthDate", "1980-02-03");
    shop.tell(
        Event.customer("41", "Jürgen Möller", "+4922147041").with("attributes", home),
        Event.customer("42", "Juergen Moeller", "+4922147042").with("attributes", home));
    String path = "/customers/" + customer("41") + "/duplicates";
    Waiting.until("suggested", () -> call("GET", path).json().path("items").size() == 1);
    JsonNode pair = call("GET", path).json().at("/items/0");
    assertTrue(pair.path("score").asDouble() > 0.99);
    assertTrue(pair.path("reasons").toString().contains("Gleiches Geburtsdatum"));
    call("DELETE", "/duplicates/" + pair.path("id").asText()).expect(204);
    assertEquals(0, call("GET", path).json().path("items").size());
  }

  @Test
  void theCardOfAPersonShowsTheCompanysTopicsAndWhoElseIsOnTheLine() {
    Event firm = Event.customer("50", "Werk GmbH", "+4922147050").with("kind", "company");
    List<Map<String, String>> works = List.of(Map.of("id", "50", "role", "Einkauf"));
    shop.tell(
        firm,
        Event.customer("51", "Tom Eins", "+4922147051").with("organizations", works),
        Event.customer("52", "Eva Zwei", "+4922147052").with("organizations", works),
        Event.of(
            "shopbell.ticket.upserted",
            Map.of(
                "system", "desk",
                "id", "500",
                "customer", Map.of("system", "crm", "id", "50"),
                "subject", "Rechnung fehlt",
                "status", "open")));
    UUID first = rings("+4922147051");
    JsonNode alone = anna.card(first, "ringing");
    assertEquals("Rechnung fehlt", alone.at("/company/openTickets/0/subject").asText());
    assertEquals(0, alone.at("/company/onTheLine").size());
    String other = UUID.randomUUID().toString();
    shop.tell(Event.ringing(other, "+4922147052", "ben"), Event.answered(other, "ben"));
    JsonNode joined =
        anna.card(first, c -> c.at("/company/onTheLine/0/agent").asText().equals("ben"));
    assertEquals("Eva Zwei", joined.at("/company/onTheLine/0/name").asText());
    int version = joined.path("version").asInt();
    shop.tell(Event.ended(other, "completed"));
    anna.card(
        first,
        c -> c.path("version").asInt() > version && c.at("/company/onTheLine").isEmpty());
  }
}
