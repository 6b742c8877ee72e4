package shopbell.journey.tracking;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.journey.tracking.TrackingShop.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.DeskClient;
import shopbell.Event;

/** Visits appear on an open card. */
class OpenCardsIT {
  private static TrackingShop trackingShop;

  @BeforeAll
  static void open() {
    trackingShop = TrackingShop.open();
    trackingShop.shop().hire("anna");
  }

  @AfterAll
  static void close() {
    trackingShop.close();
  }

  @Test
  void anOpenCardShowsANewVisitWithinASecond() {
    trackingShop
        .batch(message(
            "type",
            "identify",
            "userId",
            "U-open",
            "anonymousId",
            "c-open",
            "traits",
            Map.of("name", "Otto Offen", "phone", "+4922155501")))
        .expect(200);
    try (DeskClient anna = trackingShop.shop().seat("anna")) {
      Event ringing = Event.ringing("open card", "+4922155501", "anna");
      trackingShop.shop().tell(ringing);
      anna.card(
          ringing.interaction(), card -> card.at("/customer/name").asText().equals("Otto Offen"));
      Instant sent = Instant.now();
      trackingShop
          .send("/v1/track", message("userId", "U-open", "event", "Checkout Started"))
          .expect(200);
      anna.card(
          ringing.interaction(),
          card -> card.path("journey").toString().contains("Checkout Started"));
      assertTrue(Duration.between(sent, Instant.now()).toMillis() < 1_000);
    }
  }

  @Test
  void aVisitorWhoClicksFastDoesNotDrownTheDesk() {
    trackingShop
        .batch(message(
            "type",
            "identify",
            "userId",
            "U-fast",
            "traits",
            Map.of("name", "Flora Flink", "phone", "+4922155502")))
        .expect(200);
    try (DeskClient anna = trackingShop.shop().seat("anna")) {
      Event ringing = Event.ringing("fast card", "+4922155502", "anna");
      trackingShop.shop().tell(ringing);
      anna.card(
          ringing.interaction(), card -> card.at("/customer/name").asText().equals("Flora Flink"));
      for (int click = 0; click < 100; click++) {
        trackingShop
            .send("/v1/track", message("userId", "U-fast", "event", "Click " + click))
            .expect(200);
      }
      anna.card(
          ringing.interaction(), card -> card.path("journey").toString().contains("Click 99"));
      assertTrue(anna.versions(ringing.interaction()).size() < 50);
    }
  }
}
