package shopbell.journey.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.journey.tracking.TrackingShop.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Event;
import shopbell.Waiting;

/** The customers and times of visits. */
class VisitorsIT {
  private static TrackingShop trackingShop;

  @BeforeAll
  static void open() {
    trackingShop = TrackingShop.open();
  }

  @AfterAll
  static void close() {
    trackingShop.close();
  }

  private static Map<String, Object> page(String cookie, String id) {
    return message(
        "type", "page", "anonymousId", cookie, "messageId", id, "properties", Map.of("title", id));
  }

  private static Map<String, Object> identify(String cookie, String user, String email) {
    return message(
        "type",
        "identify",
        "anonymousId",
        cookie,
        "userId",
        user,
        "messageId",
        "identify " + cookie + user,
        "traits",
        Map.of("email", email));
  }

  @Test
  void visitsBeforeSigningInBelongToTheSignedInCustomer() {
    trackingShop
        .batch(page("c-before", "before 1"), page("c-before", "before 2"))
        .expect(200);
    trackingShop
        .send("/v1/identify", identify("c-before", "U-before", "before@example.test"))
        .expect(200);
    trackingShop.batch(page("c-before", "after")).expect(200);
    assertEquals(
        3, trackingShop.steps(trackingShop.customer("before@example.test")).size());
  }

  @Test
  void anAliasJoinsTheCookieToo() {
    trackingShop.batch(page("c-alias", "alias 1")).expect(200);
    trackingShop
        .batch(
            identify("another", "U-alias", "alias@example.test"),
            message("type", "alias", "previousId", "c-alias", "userId", "U-alias"))
        .expect(200);
    assertEquals(
        1, trackingShop.steps(trackingShop.customer("alias@example.test")).size());
  }

  @Test
  void anyVisitOfASignedInCustomerJoinsTheCookie() {
    trackingShop
        .batch(identify("elsewhere", "U-any", "any@example.test"), page("c-any", "any 1"))
        .expect(200);
    trackingShop
        .send(
            "/v1/track", message("userId", "U-any", "anonymousId", "c-any", "event", "Cart Viewed"))
        .expect(200);
    assertEquals(
        List.of("Cart Viewed", "page.viewed"),
        trackingShop.steps(trackingShop.customer("any@example.test")));
  }

  @Test
  void aBrowserOfTwoPeopleJoinsNoCustomers() {
    trackingShop
        .batch(
            identify("c-family", "U-mum", "mum@example.test"),
            message(
                "type", "track", "userId", "U-mum", "anonymousId", "c-family", "event", "Mum's"),
            identify("c-family", "U-son", "son@example.test"),
            message(
                "type", "track", "userId", "U-son", "anonymousId", "c-family", "event", "Son's"))
        .expect(200);
    assertEquals(List.of("Mum's"), trackingShop.steps(trackingShop.customer("mum@example.test")));
    assertEquals(List.of("Son's"), trackingShop.steps(trackingShop.customer("son@example.test")));
  }

  @Test
  void aVisitSentAgainLaterIsTheSameVisit() {
    trackingShop.batch(identify("c-twice", "U-twice", "twice@example.test")).expect(200);
    Instant now = Instant.now();
    for (int attempt = 0; attempt < 3; attempt++) {
      trackingShop
          .send(
              "/v1/track",
              message(
                  "userId",
                  "U-twice",
                  "event",
                  "Clicked",
                  "messageId",
                  "twice",
                  "timestamp",
                  now.toString(),
                  "sentAt",
                  now.plusSeconds(attempt).toString()))
          .expect(200);
    }
    assertEquals(
        1, trackingShop.steps(trackingShop.customer("twice@example.test")).size());
  }

  @Test
  void aWrongClockIsPutRight() {
    Instant wrong = Instant.now().minus(Duration.ofDays(400));
    trackingShop.batch(identify("c-clock", "U-clock", "clock@example.test")).expect(200);
    trackingShop
        .send(
            "/v1/track",
            message(
                "userId",
                "U-clock",
                "event",
                "Clicked",
                "originalTimestamp",
                wrong.minusSeconds(90).toString(),
                "sentAt",
                wrong.toString()))
        .expect(200);
    JsonNode step =
        trackingShop.timeline(trackingShop.customer("clock@example.test")).get(0);
    Duration ago = Duration.between(Instant.parse(step.path("at").asText()), Instant.now());
    assertTrue(ago.toSeconds() >= 90 && ago.toSeconds() < 120, ago::toString);
  }

  @Test
  void traitsAddAndTakeNothingAway() {
    trackingShop
        .send(
            "/v1/identify",
            message(
                "userId",
                "U-traits",
                "traits",
                Map.of(
                    "firstName",
                    "Tara",
                    "lastName",
                    "Tritt",
                    "phone",
                    "0221 998877",
                    "plan",
                    "gold")))
        .expect(200);
    trackingShop
        .send("/v1/identify", message("userId", "U-traits", "traits", Map.of("age", 40)))
        .expect(200);
    JsonNode card = trackingShop.customer("Tara Tritt");
    assertTrue(card.at("/customer/handles").toString().contains("+49221998877"));
  }

  @Test
  void aVisitorWhoSignsInWithACustomerNumberIsThatCustomer() {
    Map<String, Object> number = Map.of("kind", "customerNumber", "value", "K-4711");
    trackingShop
        .shop()
        .tell(Event.customer("91", "Klara Kunde", "+4922155591").with("handles", List.of(number)));
    trackingShop
        .batch(page("c-number", "number 1"), identify("c-number", "K-4711", "number@example.test"))
        .expect(200);
    Waiting.until(
        "her visits are on her card",
        () -> trackingShop.steps(trackingShop.customer("Klara Kunde")).size() == 1);
    trackingShop
        .batch(identify("c-later", "K-4712", "later@example.test"), page("c-later", "later 1"))
        .expect(200);
    Map<String, Object> later = Map.of("kind", "customerNumber", "value", "K-4712");
    trackingShop
        .shop()
        .tell(Event.customer("92", "Linus Später", "+4922155592").with("handles", List.of(later)));
    Waiting.until(
        "his visits are on his card",
        () -> trackingShop.steps(trackingShop.customer("Linus Später")).size() == 1);
  }

  @Test
  void signedInIdsCanBeThoseOfASystem() {
    try (TrackingShop crm = TrackingShop.open(Map.of("journey.userIds", "crm"))) {
      crm.shop().tell(Event.customer("93", "Cosima Crm", "+4922155593"));
      crm.batch(page("c-crm", "crm 1"), identify("c-crm", "93", "crm@example.test"))
          .expect(200);
      Waiting.until(
          "her visits are on her card",
          () -> crm.steps(crm.customer("Cosima Crm")).size() == 1);
    }
  }

  @Test
  void aGuestWhoSignsInLaterIsOnePerson() {
    trackingShop
        .batch(
            message(
                "type",
                "identify",
                "anonymousId",
                "c-later-known",
                "traits",
                Map.of("email", "first@example.test")),
            page("c-later-known", "as a guest"))
        .expect(200);
    trackingShop
        .send("/v1/identify", identify("c-later-known", "U-later", "second@example.test"))
        .expect(200);
    Waiting.until(
        "the guest's visit is on the card",
        () -> trackingShop.steps(trackingShop.customer("second@example.test")).size() == 1);
    assertEquals(
        trackingShop.customer("first@example.test").at("/customer/id"),
        trackingShop.customer("second@example.test").at("/customer/id"));
  }

  @Test
  void aGuestWhoLeavesAnAddressIsFoundByIt() {
    trackingShop.batch(page("c-guest", "guest 1")).expect(200);
    trackingShop
        .send(
            "/v1/identify",
            message(
                "anonymousId",
                "c-guest",
                "traits",
                Map.of("email", "guest@example.test", "name", "Gil Gast")))
        .expect(200);
    assertEquals(1, trackingShop.steps(trackingShop.customer("Gil Gast")).size());
  }
}
