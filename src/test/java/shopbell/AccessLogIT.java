package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.model.ExternalId;
import shopbell.model.Role;
import shopbell.security.ApiKeyScope;
import shopbell.store.DirectQueries;

class AccessLogIT {
  private static RunningShop shop;
  private static String anna;
  private static String chief;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(Map.of()).hire("anna").hire("chief", Role.SUPERVISOR, List.of());
    anna = shop.signIn("anna");
    chief = shop.signIn("chief");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static UUID known(String number, String name, String phone) {
    shop.tell(Event.customer(number, name, phone));
    return new ExternalId("crm", number).uuid();
  }

  private static void asks(String path) {
    shop.call("GET", "/api/v1" + path).cookie(anna).send().expect(200);
  }

  private static JsonNode looks(String query) {
    return shop.call("GET", "/api/v1/looks" + query)
        .cookie(chief)
        .send()
        .expect(200)
        .json();
  }

  private static List<String> why(JsonNode page) {
    List<String> why = new ArrayList<>();
    page.path("items")
        .forEach(
            look -> why.add(look.path("agent").asText() + " " + look.path("why").asText()));
    return why;
  }

  @Test
  void aSupervisorSeesWhoLookedAtWhomAndWhy() {
    UUID customer = known("1", "Ada Long", "+4922155501");
    Event rings = Event.ringing("c1", "+4922155501", "anna");
    try (DeskClient deskClient = shop.seat("anna")) {
      shop.tell(rings);
      deskClient.card(rings.interaction(), "ringing");
    }
    asks("/customers?q=Ada");
    asks("/customers/" + customer + "?via=search");
    asks("/customers/" + customer);
    asks("/customers/" + customer + "/timeline");
    JsonNode page = looks("?customer=" + customer);
    assertEquals(List.of("anna page", "anna opened", "anna rang"), why(page));
    assertEquals(rings.interaction().toString(), page.at("/items/2/interaction").asText());
    assertTrue(why(looks("?agent=anna")).contains("anna search"));
    assertEquals(List.of(), why(looks("?agent=nobody")));
  }

  @Test
  void everyReadOfAPersonLeavesALookThatNamesWhatWasSeenAndTheKeyThatSawIt() {
    UUID customer = known("2", "Bea Short", "+4922155502");
    String key = shop.key(ApiKeyScope.READ);
    for (String path : List.of("/identity", "/duplicates", "/activity")) {
      shop.call("GET", "/api/v1/customers/" + customer + path).key(key).send().expect(200);
    }
    asks("/promises");
    asks("/duplicates");
    List<String> seen = why(looks("?customer=" + customer));
    assertEquals(3, seen.size());
    assertTrue(seen.stream().allMatch(look -> look.matches("key .+ (identity|duplicates|page)")));
    assertTrue(why(looks("?agent=anna")).containsAll(List.of("anna promises", "anna duplicates")));
  }

  @Test
  void aSocketThatComesBackIsNoNewLookHoweverLate() {
    AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    try (RunningShop slow =
        RunningShop.open(Map.of(), () -> Instant.now().plus(later.get())).hire("anna")) {
      slow.tell(Event.customer("3", "Cem Long", "+4922155503"));
      try (DeskClient deskClient = slow.seat("anna")) {
        Event rings = Event.ringing("c3", "+4922155503", "anna");
        slow.tell(rings);
        deskClient.card(rings.interaction(), "ringing");
      }
      later.set(Duration.ofMinutes(3));
      slow.seat("anna").close();
      JsonNode page = slow.call("GET", "/api/v1/looks")
          .key(slow.key(ApiKeyScope.READ))
          .send()
          .expect(200)
          .json();
      assertEquals(List.of("anna rang"), why(page));
    }
  }

  @Test
  void theTextOfASearchIsNotStored() {
    asks("/customers?q=Rumpelstilzchen");
    assertTrue(why(looks("")).contains("anna search"));
    assertEquals(
        List.of(), new DirectQueries(shop.application().database()).tablesWith("Rumpelstilzchen"));
  }

  @Test
  void theLogIsReadPageByPage() {
    for (int i = 0; i < 60; i++) {
      asks("/customers?q=page" + i);
    }
    JsonNode first = looks("?agent=anna");
    assertEquals(50, first.path("items").size());
    JsonNode second = looks("?agent=anna&before=" + first.path("next").asText());
    assertTrue(second.path("items").size() >= 10);
  }

  @Test
  void theLogCannotBeChanged() {
    asks("/customers?q=anything");
    looks("");
    DirectQueries directQueries = new DirectQueries(shop.application().database());
    for (String sql : List.of(
        "update look set agent = 'somebody' returning 1",
        "delete from look returning 1",
        "with gone as (delete from look returning 1) select 1 from gone")) {
      assertThrows(RuntimeException.class, () -> directQueries.text(sql), sql);
    }
    assertThrows(RuntimeException.class, () -> directQueries.text("truncate look"));
    for (String method : List.of("DELETE", "PUT", "POST", "PATCH")) {
      int status = shop.call(method, "/api/v1/looks")
          .cookie(chief)
          .header("Origin", shop.url())
          .send()
          .status();
      assertTrue(status == 404 || status == 405, method + " " + status);
    }
  }

  @Test
  void anAgentDoesNotReadTheLogAndBadInputIsRefused() {
    shop.call("GET", "/api/v1/looks").send().problem(401);
    shop.call("GET", "/api/v1/looks").cookie(anna).send().problem(403);
    for (String query :
        List.of("?customer=1", "?before=x", "?agent=a&agent=b", "?before=99999999999999999999")) {
      shop.call("GET", "/api/v1/looks" + query).cookie(chief).send().problem(422);
    }
  }
}
