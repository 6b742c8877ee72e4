package shopbell.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shopbell.RunningShop;
import shopbell.Waiting;
import shopbell.model.Role;
import shopbell.model.event.ContactRecord;
import shopbell.security.ApiKeyScope;
import shopbell.store.records.PgLoader;

class DatabaseSeederIT {
  /** Forty customers are enough to see that the past is predicted, replayed and learned from. */
  @Test
  void theDemosPastIsMeasuredAndLearnedFrom() {
    try (RunningShop shop = RunningShop.open(Map.of("reasons.blindShare", "1"))) {
      PastObserver pastObserver = new PastObserver() {
        @Override
        public Future<Void> before(UUID customer, ContactRecord contact) {
          return shop.application().lived(customer, contact);
        }

        @Override
        public Future<Void> done() {
          return shop.application().learn();
        }
      };
      PgLoader loader = new PgLoader(shop.application().database());
      PastReplay pastReplay =
          new PastReplay(loader, new CustomerTimeline(Instant.now()), pastObserver);
      Waiting.on(pastReplay.of(600, 640).compose(told -> pastObserver.done()));
      JsonNode quality = shop.call("GET", "/api/v1/reasons/quality?days=400")
          .key(shop.key(ApiKeyScope.READ))
          .send()
          .expect(200)
          .json();
      int contacts = quality.at("/measured/contacts").asInt();
      assertTrue(contacts > 20, quality.toString());
      assertEquals(contacts, quality.at("/learned/contacts").asInt());
      assertTrue(quality.at("/measured/top1").asDouble() > 0.3, quality.toString());
    }
  }

  @Test
  void whoIsToBeLookedUpIsThereAndTheMergeCanBeTakenBack() {
    try (RunningShop shop = RunningShop.open().hire("clara", Role.SUPERVISOR, List.of())) {
      PgLoader loader = new PgLoader(shop.application().database());
      Waiting.on(loader.load("demo", new SpecialCustomers(Instant.now()).all()));
      UUID katharina = SpecialCustomers.KATHARINA.uuid();
      new InitialMerges(shop.application().vertx(), shop.url(), "clara", RunningShop.PASSWORD)
          .merge(katharina, SpecialCustomers.HER_OTHER_RECORD.uuid());
      String cookie = shop.signIn("clara");
      String path = "/api/v1/customers/" + katharina;
      Waiting.until(
          "merged", () -> read(shop, cookie, path + "/identity").at("/records").size() == 2);
      JsonNode merge = read(shop, cookie, path + "/identity").at("/journal/0");
      assertTrue(merge.path("reasons").size() > 1, merge.toString());
      shop.call("POST", "/api/v1/identity/" + merge.path("id").asText() + "/undo")
          .cookie(cookie)
          .header("Origin", shop.url())
          .send()
          .expect(200);
      assertEquals(1, read(shop, cookie, path + "/identity").at("/records").size());
      assertEquals(2, read(shop, cookie, "/api/v1/duplicates").at("/items").size());
      JsonNode frieda = read(shop, cookie, "/api/v1/customers/" + SpecialCustomers.FRIEDA.uuid());
      assertEquals(1, frieda.at("/journey/items").size(), "no visits");
    }
  }

  @Test
  void anAnonymisedCustomerIsFoundByTheDashOfTheName() {
    try (RunningShop shop = RunningShop.open().hire("dora", Role.ADMIN, List.of())) {
      PgLoader loader = new PgLoader(shop.application().database());
      Waiting.on(loader.load("demo", new SpecialCustomers(Instant.now()).all()));
      new InitialMerges(shop.application().vertx(), shop.url(), "dora", RunningShop.PASSWORD)
          .anonymise(SpecialCustomers.FORGOTTEN.uuid());
      String cookie = shop.signIn("dora");
      String search = "/api/v1/customers?q=%E2%80%94";
      Waiting.until(
          "made nameless", () -> read(shop, cookie, search).at("/items").size() == 1);
      JsonNode nobody = read(
          shop,
          cookie,
          "/api/v1/customers/" + read(shop, cookie, search).at("/items/0/id").asText());
      assertEquals("—", nobody.at("/customer/name").asText());
      assertEquals(2, nobody.at("/value/orders").asInt(), nobody.toString());
      assertEquals(0, nobody.at("/customer/handles").size());
      shop.call("GET", "/api/v1/customers/" + SpecialCustomers.FORGOTTEN.uuid())
          .cookie(cookie)
          .send()
          .expect(404);
    }
  }

  private static JsonNode read(RunningShop shop, String cookie, String path) {
    return shop.call("GET", path).cookie(cookie).send().expect(200).json();
  }
}
