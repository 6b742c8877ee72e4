package shopbell.journey.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.journey.tracking.TrackingShop.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.Answer;
import shopbell.Event;
import shopbell.RunningShop;
import shopbell.security.ApiKeyScope;

/** A placeholder id must not merge all strangers into one person, by whatever door it arrives. */
class PlaceholderIdsIT {
  private static TrackingShop trackingShop;
  private static RunningShop shop;

  @BeforeAll
  static void open() {
    trackingShop = TrackingShop.open();
    shop = trackingShop.shop();
  }

  @AfterAll
  static void close() {
    trackingShop.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"undefined", "Null", "[object Object]", "00000000-0000-0000-0000-000000000000"})
  void visitorsWithAPlaceholderForAUserStayTwoPeople(String user) {
    String a = "carla" + user.hashCode() + "@x.example";
    String b = "dirk" + user.hashCode() + "@x.example";
    trackingShop.batch(identify(user, "a-" + a, a, "Carla"), identify(user, "a-" + b, b, "Dirk"));
    assertEquals("Carla", trackingShop.customer(a).at("/customer/name").asText());
    assertEquals("Dirk", trackingShop.customer(b).at("/customer/name").asText());
    assertTrue(trackingShop.customer(a).at("/customer/handles").findValuesAsText("value").stream()
        .noneMatch(value -> value.equals(user) || value.equals(b)));
  }

  @Test
  void aPlaceholderForABrowserAndNoUserIsNobody() {
    trackingShop
        .batch(message("type", "track", "anonymousId", "undefined", "event", "Ghost Step"))
        .expect(200);
    trackingShop
        .batch(identify("null", "undefined", "ghost@x.example", "Ghost"))
        .expect(200);
    JsonNode found = shop.call("GET", "/api/v1/customers?q=ghost%40x.example")
        .key(shop.key(ApiKeyScope.READ))
        .send()
        .expect(200)
        .json();
    assertEquals(0, found.path("items").size());
  }

  @Test
  void aDoorKeepsTheCustomerWithoutTheHandleAndTheAdministratorSeesIt() {
    shop.tell(Event.customer("K-77", "Erna Echt", "undefined")
        .with(
            "handles",
            List.of(
                Map.of("kind", "customerNumber", "value", "NaN"),
                Map.of("kind", "cookie", "value", "null"),
                Map.of("kind", "external", "value", "crm:undefined"),
                Map.of("kind", "phone", "value", "4.93077E+11"),
                Map.of("kind", "email", "value", "erna"),
                Map.of("kind", "email", "value", "Erna <ERNA@x.example>"))));
    JsonNode card = trackingShop.customer("Erna Echt");
    assertEquals(List.of("erna@x.example"), card.at("/customer/handles").findValuesAsText("value"));
    List<String> told = ignored();
    assertTrue(
        told.containsAll(List.of(
            "customerNumber placeholder",
            "cookie placeholder",
            "external placeholder",
            "phone rounded",
            "email unreadable")),
        told::toString);
    shop.call("GET", "/api/v1/ignored-handles")
        .key(shop.key(ApiKeyScope.READ))
        .send()
        .problem(403);
  }

  @Test
  void aSenderOfAnUnusableHandleAndTheAdministratorAreTold() {
    Event told = Event.customer("K-78", "Emil Echt", "12")
        .with(
            "handles",
            List.of(
                Map.of("kind", "phone", "value", "call me"),
                Map.of("kind", "email", "value", "emil@x.example")));
    Answer answer = shop.call("POST", "/in/events")
        .key(RunningShop.KEY)
        .cloudEvent(told)
        .send()
        .expect(202);
    JsonNode warning = answer.json().at("/warnings/0");
    assertEquals(0, warning.get("event").asInt());
    assertEquals("phone", warning.get("kind").asText());
    assertEquals(
        "is no telephone number such as +49 221 4710334", warning.get("detail").asText());
    assertEquals(1, answer.json().get("warnings").size());
    assertTrue(!answer.text().contains("call me"));
    JsonNode deliveries = shop.call("GET", "/api/v1/doors/events/deliveries")
        .key(shop.key(ApiKeyScope.ADMIN))
        .send()
        .expect(200)
        .json();
    assertTrue(deliveries
        .findValuesAsText("reason")
        .contains("phone is no telephone number such as +49 221 4710334"));
  }

  @Test
  void aSenderOfUsableHandlesGetsNoWarning() {
    String text = shop.call("POST", "/in/events")
        .key(RunningShop.KEY)
        .cloudEvent(Event.customer("K-79", "Edda Echt", "+4922147179"))
        .send()
        .expect(202)
        .text();
    assertEquals("", text);
  }

  private static List<String> ignored() {
    JsonNode ignored = shop.call("GET", "/api/v1/ignored-handles")
        .key(shop.key(ApiKeyScope.ADMIN))
        .send()
        .expect(200)
        .json();
    return ignored.path("items").findParents("sender").stream()
        .filter(one -> one.path("sender").asText().equals("events"))
        .map(one -> one.path("kind").asText() + " " + one.path("reason").asText())
        .toList();
  }

  @Test
  void aRecordThatIsNamedByAPlaceholderAloneIsRefused() {
    Event nobody = Event.of(
        "shopbell.customer.upserted",
        Map.of("system", "crm", "id", "undefined", "name", "Nobody At All"));
    shop.call("POST", "/in/events")
        .key(RunningShop.KEY)
        .cloudEvent(nobody)
        .send()
        .problem(422);
    Event order = Event.of(
        "shopbell.order.upserted",
        Map.of(
            "system",
            "shop",
            "id",
            "o-1",
            "customer",
            Map.of("system", "crm", "id", "null"),
            "total",
            Map.of("amount", 5, "currency", "EUR")));
    shop.call("POST", "/in/events")
        .key(RunningShop.KEY)
        .cloudEvent(order)
        .send()
        .problem(422);
  }

  private static Map<String, Object> identify(
      String user, String cookie, String email, String name) {
    return message(
        "type",
        "identify",
        "userId",
        user,
        "anonymousId",
        cookie,
        "traits",
        Map.of("email", email, "name", name));
  }
}
