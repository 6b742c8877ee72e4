package shopbell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopbell.identity.Identifier;
import shopbell.model.Channel;
import shopbell.model.Course;
import shopbell.model.Direction;
import shopbell.model.InteractionEvent;
import shopbell.model.Life;
import shopbell.model.Match;
import shopbell.model.Step;

class AheadTest {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

  private Instant now = NOW;
  private final Ahead ahead = new Ahead(() -> now);

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

  private static Future<Known> nobody() {
    Identifier.Found found =
        new Identifier.Found(Match.unknown(List.of("nobody")), Optional.empty());
    return Future.succeededFuture(new Known(found, Optional.empty()));
  }

  private Course begun(String name) {
    Course course = call(name, "+4922147110");
    ahead.begin(course, AheadTest::nobody);
    return course;
  }

  @Test
  void whatWasReadAheadIsUsedOnce() {
    Course course = begun("1");
    assertTrue(ahead.take(course).orElseThrow().standsStill());
    assertTrue(ahead.take(course).isEmpty());
  }

  @Test
  void aChangeWhileReadingIsNoticed() {
    Course course = call("1", "+4922147110");
    ahead.begin(course, () -> {
      ahead.changed();
      return nobody();
    });
    assertFalse(ahead.take(course).orElseThrow().standsStill());
  }

  @Test
  void aChangeAfterReadingIsNoticedAlsoWhenItIsTakenAlready() {
    Course course = begun("1");
    Ahead.Begun reading = ahead.take(course).orElseThrow();
    ahead.changed();
    assertFalse(reading.standsStill());
  }

  @Test
  void whatWasReadForAnotherCallerIsNotUsed() {
    begun("1");
    assertTrue(ahead.take(call("1", "+4922147111")).isEmpty());
  }

  @Test
  void whatWasReadLongAgoIsNotUsed() {
    Course course = begun("1");
    now = NOW.plus(Duration.ofSeconds(2));
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
