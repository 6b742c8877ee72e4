package shopbell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shopbell.identity.Identifier;
import shopbell.model.Channel;
import shopbell.model.Course;
import shopbell.model.Direction;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.InteractionEvent;
import shopbell.model.Life;
import shopbell.model.Match;
import shopbell.model.MatchStatus;
import shopbell.model.Step;

class AheadTest {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

  private static final UUID MIA = new UUID(0, 1);
  private static final List<Handle> CALLER = List.of(Handle.of(HandleKind.PHONE, "+4922147110"));

  private Instant now = NOW;
  private final Changes changes = new Changes();
  private final Ahead ahead = new Ahead(changes, () -> now);

  private static Course call(String name, String from) {
    return Life.begin(
        "pbx",
        new InteractionEvent(
            name,
            NOW,
            Step.RINGING,
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

  private static Future<Known> somebody() {
    Match match = new Match(
        MatchStatus.KNOWN,
        Optional.of(MIA),
        Optional.of(HandleKind.PHONE),
        false,
        1,
        List.of("calls often"),
        List.of(),
        List.of(),
        0);
    return Future.succeededFuture(
        new Known(new Identifier.Found(match, Optional.empty()), Optional.empty()));
  }

  private Course begun(String name) {
    Course course = call(name, "+4922147110");
    ahead.begin(course, AheadTest::somebody);
    return course;
  }

  private static boolean standsStill(Ahead.Begun reading) {
    return reading.standsStill(reading.known().result(), CALLER);
  }

  @Test
  void whatWasReadAheadIsUsedOnce() {
    Course course = begun("1");
    assertTrue(standsStill(ahead.take(course).orElseThrow()));
    assertTrue(ahead.take(course).isEmpty());
  }

  @Test
  void aChangeWhileReadingIsNoticed() {
    Course course = call("1", "+4922147110");
    ahead.begin(course, () -> {
      changes.of(List.of(MIA));
      return somebody();
    });
    assertFalse(standsStill(ahead.take(course).orElseThrow()));
  }

  @Test
  void aChangeAfterReadingIsNoticedAlsoWhenItIsTakenAlready() {
    Ahead.Begun reading = ahead.take(begun("1")).orElseThrow();
    changes.by(List.of(new Handle(HandleKind.PHONE, "+4922147110", true, false)));
    assertFalse(standsStill(reading));
  }

  @Test
  void whatConcernsAllConcernsEveryReading() {
    Ahead.Begun reading = ahead.take(begun("1")).orElseThrow();
    changes.ofAll();
    assertFalse(standsStill(reading));
  }

  @Test
  void whatHappensToOthersOrHappenedBeforeDoesNotMatter() {
    changes.ofAll();
    Ahead.Begun reading = ahead.take(begun("1")).orElseThrow();
    changes.of(List.of(new UUID(0, 7)));
    changes.by(List.of(Handle.of(HandleKind.EMAIL, "+4922147110")));
    assertTrue(standsStill(reading));
  }

  @Test
  void whatHasSeenMoreChangesThanAreRememberedIsReadAgain() {
    Ahead.Begun reading = ahead.take(begun("1")).orElseThrow();
    for (int i = 0; i <= 1_000; i++) {
      changes.of(List.of(new UUID(0, 7)));
    }
    assertFalse(standsStill(reading));
  }

  @Test
  void whatWasReadForAnotherCallerIsNotUsed() {
    begun("1");
    assertTrue(ahead.take(call("1", "+4922147111")).isEmpty());
  }

  @Test
  void whatWasReadLongAgoIsNotUsed() {
    Course course = begun("1");
    now = NOW.plus(Duration.ofSeconds(11));
    assertTrue(ahead.take(course).isEmpty());
  }

  @Test
  void manyThatAreNeverTakenAreForgotten() {
    Course first = begun("first");
    for (int i = 0; i < 1_000; i++) {
      begun("later " + i);
    }
    assertTrue(ahead.take(first).isEmpty());
  }
}
