package shopbell.card;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopbell.identity.CustomerMatcher;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.customer.MatchStatus;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionStep;
import shopbell.model.interaction.InteractionLifecycle;
import shopbell.model.interaction.TrackedInteraction;

class CardPrefetchTest {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

  private static final UUID MIA = new UUID(0, 1);
  private static final List<Handle> CALLER = List.of(Handle.of(HandleKind.PHONE, "+4922147110"));

  private Instant now = NOW;
  private final RecentChanges recentChanges = new RecentChanges();
  private final CardPrefetch cardPrefetch = new CardPrefetch(recentChanges, () -> now);

  private static TrackedInteraction call(String name, String from) {
    return InteractionLifecycle.begin(
        "pbx",
        new InteractionEvent(
            name,
            NOW,
            InteractionStep.RINGING,
            name,
            Optional.of(Channel.CALL),
            Optional.of(Direction.IN),
            Optional.of(from),
            Optional.empty(),
            Optional.empty(),
            List.of("anna"),
            Optional.empty(),
            List.of(),
            Map.of(),
            Optional.empty()),
        NOW);
  }

  private static Future<LoadedCustomer> somebody() {
    CustomerMatch customerMatch = new CustomerMatch(
        MatchStatus.KNOWN,
        Optional.of(MIA),
        Optional.of(HandleKind.PHONE),
        false,
        1,
        List.of("calls often"),
        List.of(),
        List.of(),
        0);
    return Future.succeededFuture(new LoadedCustomer(
        new CustomerMatcher.MatchResult(customerMatch, Optional.empty()), Optional.empty()));
  }

  private TrackedInteraction begun(String name) {
    TrackedInteraction tracked = call(name, "+4922147110");
    cardPrefetch.begin(tracked, CardPrefetchTest::somebody);
    return tracked;
  }

  private static boolean standsStill(CardPrefetch.Begun reading) {
    return reading.standsStill(reading.known().result(), CALLER);
  }

  @Test
  void dataReadAheadIsUsedOnce() {
    TrackedInteraction tracked = begun("1");
    assertTrue(standsStill(cardPrefetch.take(tracked).orElseThrow()));
    assertTrue(cardPrefetch.take(tracked).isEmpty());
  }

  @Test
  void aChangeWhileReadingIsNoticed() {
    TrackedInteraction tracked = call("1", "+4922147110");
    cardPrefetch.begin(tracked, () -> {
      recentChanges.of(List.of(MIA));
      return somebody();
    });
    assertFalse(standsStill(cardPrefetch.take(tracked).orElseThrow()));
  }

  @Test
  void aChangeAfterReadingIsNoticedAlsoWhenItIsTakenAlready() {
    CardPrefetch.Begun reading = cardPrefetch.take(begun("1")).orElseThrow();
    recentChanges.by(List.of(new Handle(HandleKind.PHONE, "+4922147110", true, false)));
    assertFalse(standsStill(reading));
  }

  @Test
  void whatConcernsAllConcernsEveryReading() {
    CardPrefetch.Begun reading = cardPrefetch.take(begun("1")).orElseThrow();
    recentChanges.ofAll();
    assertFalse(standsStill(reading));
  }

  @Test
  void whatHappensToOthersOrHappenedBeforeDoesNotMatter() {
    recentChanges.ofAll();
    CardPrefetch.Begun reading = cardPrefetch.take(begun("1")).orElseThrow();
    recentChanges.of(List.of(new UUID(0, 7)));
    recentChanges.by(List.of(Handle.of(HandleKind.EMAIL, "+4922147110")));
    assertTrue(standsStill(reading));
  }

  @Test
  void whatHasSeenMoreChangesThanAreRememberedIsReadAgain() {
    CardPrefetch.Begun reading = cardPrefetch.take(begun("1")).orElseThrow();
    for (int i = 0; i <= 1_000; i++) {
      recentChanges.of(List.of(new UUID(0, 7)));
    }
    assertFalse(standsStill(reading));
  }

  @Test
  void dataReadForAnotherCallerIsNotUsed() {
    begun("1");
    assertTrue(cardPrefetch.take(call("1", "+4922147111")).isEmpty());
  }

  @Test
  void dataReadLongAgoIsNotUsed() {
    TrackedInteraction tracked = begun("1");
    now = NOW.plus(Duration.ofSeconds(11));
    assertTrue(cardPrefetch.take(tracked).isEmpty());
  }

  @Test
  void manyThatAreNeverTakenAreForgotten() {
    List<TrackedInteraction> all =
        IntStream.range(0, 3_000).mapToObj(i -> begun("call " + i)).toList();
    long left = all.stream().filter(one -> cardPrefetch.take(one).isPresent()).count();
    assertTrue(left <= 1_000, left + " are left");
  }
}
