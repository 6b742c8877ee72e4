package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopbell.model.ExternalId;
import shopbell.security.ApiKeyScope;

class DeliveriesIT {
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final InstantSource clock = () -> Instant.now().plus(ahead.get());
  private final Map<String, String> settings = new HashMap<>();
  private WebhookServer crm;
  private RunningShop shop;

  @BeforeEach
  void open() {
    crm = new WebhookServer();
    settings.put("database.url", RunningShop.freshDatabase());
    settings.put("deliveries.crm.kind", "webhook");
    settings.put("deliveries.crm.url", crm.url());
    settings.put("deliveries.crm.secret", WebhookServer.SECRET);
    shop = RunningShop.open(settings, RunningShop.QUICK, clock).hire("anna");
  }

  @AfterEach
  void close() {
    shop.close();
    crm.close();
  }

  private void restart() {
    shop.close();
    shop = RunningShop.open(settings, RunningShop.QUICK, clock);
  }

  private void later(Duration by) {
    ahead.updateAndGet(before -> before.plus(by));
  }

  private Answer said(String cookie, UUID interaction, String what, Map<String, ?> body) {
    return shop.call("POST", "/api/v1/interactions/" + interaction + "/" + what)
        .cookie(cookie)
        .header("Origin", shop.url())
        .json(body)
        .send();
  }

  private void says(String cookie, UUID interaction, String what, Map<String, ?> body) {
    Answer said = said(cookie, interaction, what, body);
    assertTrue(said.status() < 300, said.text());
  }

  /** Mia calls and anna wraps up; the interaction's id. */
  private UUID finished(String cookie, String call) {
    Event ringing = Event.ringing(call, "+4922147111", "anna");
    shop.tell(ringing, Event.answered(call, "anna"), Event.ended(call, "completed"));
    says(cookie, ringing.interaction(), "note", Map.of("text", "asked for the invoice"));
    says(
        cookie,
        ringing.interaction(),
        "wrap-up",
        Map.of("disposition", "resolved", "note", "sent the invoice again"));
    return ringing.interaction();
  }

  private JsonNode admin(String path) {
    return shop.call("GET", "/api/v1" + path)
        .key(shop.key(ApiKeyScope.ADMIN))
        .send()
        .expect(200)
        .json();
  }

  private List<WebhookServer.Got> of(String type, String field, Object value) {
    return crm.taken(type, got -> got.data().path(field).asText().equals(value.toString()));
  }

  @Test
  void aFinishedContactIsToldWithWhatTheAgentWroteSignedAndInOrder() {
    shop.tell(Event.customer("7", "Mia Falk", "+4922147111"));
    String anna = shop.signIn("anna");
    UUID id = finished(anna, "c1");
    Waiting.until(
        "it is told", () -> !of("interaction.finished", "interaction", id).isEmpty());
    WebhookServer.Got finished = of("interaction.finished", "interaction", id).get(0);
    assertTrue(finished.signed());
    assertEquals("resolved", finished.data().path("disposition").asText());
    assertEquals("sent the invoice again", finished.data().path("note").asText());
    assertEquals("anna", finished.data().path("agent").asText());
    assertEquals("Mia Falk", finished.data().at("/customer/name").asText());
    assertEquals("7", finished.data().at("/customer/records/0/id").asText());
    List<String> order = crm.all().stream()
        .filter(got -> got.data().path("interaction").asText().equals(id.toString()))
        .map(WebhookServer.Got::type)
        .toList();
    assertEquals("interaction.noted", order.get(0));
    assertEquals("interaction.finished", order.get(order.size() - 1));
  }

  @Test
  void aReceiverThatIsDownForAMinuteLosesNothingOverARestartAndGetsNothingTwice() {
    String anna = shop.signIn("anna");
    crm.answers(503);
    Set<String> interactions = new HashSet<>();
    for (int call = 0; call < 20; call++) {
      interactions.add(finished(anna, "down-" + call).toString());
    }
    Waiting.until("it was tried", () -> crm.all().size() >= 8);
    restart();
    later(Duration.ofSeconds(65));
    crm.answers(204);
    Waiting.until(
        "everything has come",
        () -> crm.taken("interaction.finished", got -> true).size() >= interactions.size());
    Set<String> told = new HashSet<>();
    crm.taken("interaction.finished", got -> true)
        .forEach(got -> assertTrue(told.add(got.data().path("interaction").asText())));
    assertEquals(interactions, told);
    Waiting.until(
        "nothing waits", () -> admin("/deliveries").at("/items/0/waiting").asInt() == 0);
    assertEquals(20, crm.taken("interaction.finished", got -> true).size());
  }

  @Test
  void anAttemptThatFailsHasTheSameIdAgain() {
    String anna = shop.signIn("anna");
    crm.answers(500);
    UUID id = finished(anna, "again");
    Waiting.until("it was tried", () -> !crm.all().isEmpty());
    later(Duration.ofSeconds(6));
    crm.answers(200);
    Waiting.until(
        "it is told", () -> !of("interaction.finished", "interaction", id).isEmpty());
    List<String> ids = crm.all().stream()
        .filter(got -> got.type().equals("interaction.noted"))
        .map(WebhookServer.Got::id)
        .toList();
    assertTrue(ids.size() >= 2);
    assertEquals(ids.get(0), ids.get(1));
  }

  @Test
  void aDeliveryThatWasGivenUpIsListedAndCanBeSentAgain() {
    String anna = shop.signIn("anna");
    crm.answers(404);
    Event ringing = Event.ringing("given up", "+4922147112", "anna");
    shop.tell(ringing, Event.ended("given up", "abandoned"));
    says(anna, ringing.interaction(), "wrap-up", Map.of("disposition", "resolved"));
    Waiting.until("it is given up", () -> {
      later(Duration.ofHours(25));
      return admin("/deliveries").at("/items/0/dead").asInt() == 1;
    });
    JsonNode letter = admin("/deliveries/dead").at("/items/0");
    assertEquals("interaction.finished", letter.path("event").asText());
    assertEquals("broken", letter.path("failure").asText());
    assertEquals(13, letter.path("attempts").asInt());
    crm.answers(204);
    String again = "/api/v1/deliveries/dead/" + letter.path("id").asText() + "/again";
    shop.call("POST", again).key(shop.key(ApiKeyScope.ADMIN)).send().expect(204);
    Waiting.until(
        "it is told",
        () -> !of("interaction.finished", "interaction", ringing.interaction()).isEmpty());
    shop.call("POST", again).key(shop.key(ApiKeyScope.ADMIN)).send().problem(404);
  }

  @Test
  void aPromiseIsToldOfWhenItFallsDueAndAnErasedCustomerByTheirOldIds() {
    shop.tell(Event.customer("7", "Mia Falk", "+4922147111"));
    String anna = shop.signIn("anna");
    Event ringing = Event.ringing("promised", "+4922147111", "anna");
    shop.tell(ringing);
    Map<String, String> promise =
        Map.of("text", "call back", "due", clock.instant().plusSeconds(3600).toString());
    Waiting.until(
        "she is known, and it is promised",
        () -> said(anna, ringing.interaction(), "promise", promise).status() == 201);
    later(Duration.ofHours(2));
    Waiting.until("it is told", () -> !of("promise.due", "text", "call back").isEmpty());
    assertEquals(1, of("promise.due", "text", "call back").size());
    shop.call("DELETE", "/api/v1/customers/" + mia())
        .key(shop.key(ApiKeyScope.ADMIN))
        .send()
        .expect(200);
    Waiting.until("it is told", () -> !of("customer.erased", "customer", mia()).isEmpty());
    WebhookServer.Got erased = of("customer.erased", "customer", mia()).get(0);
    assertEquals(
        "[{\"id\":\"7\",\"system\":\"crm\"}]", erased.data().path("records").toString());
  }

  private static UUID mia() {
    return new ExternalId("crm", "7").uuid();
  }
}
