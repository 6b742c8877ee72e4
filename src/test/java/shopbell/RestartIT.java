package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import shopbell.config.Settings;

class RestartIT {
  @Test
  void theDeskIsAsItWasAndSoAreTheSessions() {
    Map<String, String> same = Map.of("database.url", RunningShop.freshDatabase());
    Event ringing = Event.ringing(UUID.randomUUID().toString(), "0221 47111", "anna");
    String cookie;
    try (RunningShop shop = RunningShop.open(same).hire("anna", "support")) {
      shop.tell(Event.customer("1", "Mia Falk", "+4922147111"), ringing);
      DeskClient anna = shop.seat("anna");
      cookie = anna.cookie();
      assertEquals(1, anna.frame("welcome", w -> true).path("desk").size());
    }
    try (RunningShop shop = RunningShop.open(same)) {
      String missed = UUID.randomUUID().toString();
      shop.tell(Event.ringing(missed, "+49301", "anna"), Event.ended(missed, "abandoned"));
      Waiting.until("the customer is on the card again", () -> {
        try (DeskClient anna = DeskClient.open(shop, cookie)) {
          JsonNode desk = anna.frame("welcome", w -> true).path("desk");
          return desk.size() == 1
              && desk.at("/0/interaction/id")
                  .asText()
                  .equals(ringing.interaction().toString())
              && desk.at("/0/customer/name").asText().equals("Mia Falk");
        }
      });
      shop.tell(ringing);
    }
  }

  @Test
  void callsBetweenTheRestartAndTheFirstConnectionWereMissed() {
    Map<String, String> same = Map.of("database.url", RunningShop.freshDatabase());
    String cookie;
    try (RunningShop shop = RunningShop.open(same).hire("anna", "support").hire("ben", "support")) {
      cookie = shop.signIn("anna");
    }
    String missed = UUID.randomUUID().toString();
    try (RunningShop shop = RunningShop.open(same)) {
      shop.tell(Event.ringing(missed, "+49301", "anna"), Event.ended(missed, "abandoned"));
      try (DeskClient anna = DeskClient.open(shop, cookie)) {
        JsonNode rang = anna.frame("missed-while-away", m -> true).path("interactions");
        assertEquals(
            Event.step("any", missed).interaction().toString(),
            rang.at("/0/interaction").asText());
      }
    }
  }

  @Test
  void aCleanStopIsNotReadyFirstThenClosesSocketsWithAReason() {
    RunningShop shop = RunningShop.open().hire("anna", "support");
    DeskClient anna = shop.seat("anna");
    assertEquals(200, shop.operator("/health/ready").send().status());
    CompletableFuture<Integer> sent = CompletableFuture.supplyAsync(() -> {
      int kept = 0;
      while (!anna.isClosed()) {
        Event event = Event.ringing(UUID.randomUUID().toString(), "+49301", "anna");
        shop.tell(event);
        kept++;
      }
      return kept;
    });
    Waiting.until("some calls", () -> anna.frames("card").size() > 5);
    shop.close();
    assertEquals(1001, anna.closedWith());
    assertTrue(sent.handle((kept, refused) -> true).join());
  }

  @Test
  void manyProcessesMayBringTheSameEmptyDatabaseUpToDateAtOnce() {
    Map<String, String> settings = new HashMap<>(RunningShop.settings());
    List<Application> all = List.of(
        new Application(Settings.of(settings), InstantSource.system()),
        new Application(Settings.of(settings), InstantSource.system()),
        new Application(Settings.of(settings), InstantSource.system()));
    Waiting.on(Future.all(all.stream().map(Application::start).toList()));
    Waiting.on(Future.all(all.stream().map(Application::stop).toList()));
  }
}
