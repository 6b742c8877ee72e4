package shopbell.journey.tracking;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.journey.tracking.Tracked.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Event;
import shopbell.Seat;

/** Visits appear on an open card. */
class OpenCardsIT {
  private static Tracked tracked;

  @BeforeAll
  static void open() {
    tracked = Tracked.open();
    tracked.shop().hire("anna");
  }

  @AfterAll
  static void close() {
    tracked.close();
  }

  @Test
  void anOpenCardShowsANewVisitWithinASecond() {
    tracked
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
    try (Seat anna = tracked.shop().seat("anna")) {
      Event ringing = Event.ringing("open card", "+4922155501", "anna");
      tracked.shop().tell(ringing);
      anna.card(
          ringing.interaction(), card -> card.at("/customer/name").asText().equals("Otto Offen"));
      Instant sent = Instant.now();
      tracked
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
    tracked
        .batch(message(
            "type",
            "identify",
            "userId",
            "U-fast",
            "traits",
            Map.of("name", "Flora Flink", "phone", "+4922155502")))
        .expect(200);
    try (Seat anna = tracked.shop().seat("anna")) {
      Event ringing = Event.ringing("fast card", "+4922155502", "anna");
      tracked.shop().tell(ringing);
      anna.card(
          ringing.interaction(), card -> card.at("/customer/name").asText().equals("Flora Flink"));
      for (int click = 0; click < 100; click++) {
        tracked
            .send("/v1/track", message("userId", "U-fast", "event", "Click " + click))
            .expect(200);
      }
      anna.card(
          ringing.interaction(), card -> card.path("journey").toString().contains("Click 99"));
      assertTrue(anna.versions(ringing.interaction()).size() < 50);
    }
  }
}
