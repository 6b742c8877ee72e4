package shopbell.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shopbell.RunningShop;
import shopbell.Waiting;
import shopbell.model.ContactRecord;
import shopbell.security.Scope;
import shopbell.store.PgLoader;

class SettlersIT {
  /** Forty customers are enough to see that the past is guessed, told and learned from. */
  @Test
  void theDemosPastIsMeasuredAndLearnedFrom() {
    try (RunningShop shop = RunningShop.open()) {
      Witness witness = new Witness() {
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
      Memoirs memoirs = new Memoirs(loader, new World(Instant.now()), witness);
      Waiting.on(memoirs.of(600, 640).compose(told -> witness.done()));
      JsonNode quality = shop.call("GET", "/api/v1/reasons/quality?days=400")
          .key(shop.key(Scope.READ))
          .send()
          .expect(200)
          .json();
      int contacts = quality.at("/measured/contacts").asInt();
      assertTrue(contacts > 20, quality.toString());
      assertEquals(contacts, quality.at("/learned/contacts").asInt());
      assertTrue(quality.at("/measured/top1").asDouble() > 0.3, quality.toString());
    }
  }
}
