package shopbell.card;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.DeskClient;
import shopbell.Event;
import shopbell.RunningShop;

/**
 * Many interactions of one customer at once: each card shows the state of the others, and is not rebuilt for each of
 * them.
 */
class RelatedCardsIT {
  private static final int CALLS = 200;

  private static RunningShop shop;

  @BeforeAll
  static void open() {
    shop = RunningShop.open().hire("anna");
    shop.tell(Event.customer("S-1", "Susi Viel", "+4930660001"));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void aCardIsBuiltAnewForItsSiblingsAtMostOnceASecond() {
    List<Event> calls = IntStream.range(0, CALLS)
        .mapToObj(call -> Event.ringing("many-" + call, "+4930660001", "anna"))
        .toList();
    try (DeskClient anna = shop.seat("anna")) {
      Instant begin = Instant.now();
      calls.forEach(call -> shop.tell(call));
      // the first and the last know of all others in the end
      for (UUID id : List.of(calls.get(0).interaction(), calls.get(CALLS - 1).interaction())) {
        anna.card(id, card -> card.at("/history/contacts").asInt() >= CALLS - 1);
      }
      long seconds = Duration.between(begin, Instant.now()).toSeconds() + 1;
      int most = 0;
      int all = 0;
      for (Event call : calls) {
        int versions = anna.versions(call.interaction()).size();
        most = Math.max(most, versions);
        all += versions;
      }
      String seen = all + " cards in " + seconds + " s, at most " + most + " of one call";
      // it rings, it is linked with its customer, and then its siblings
      assertTrue(most <= seconds + 3, seen);
      assertTrue(all <= CALLS * (seconds / 2 + 4), seen);
    }
  }
}
