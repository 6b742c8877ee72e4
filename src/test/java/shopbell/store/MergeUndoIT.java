package shopbell.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import shopbell.Waiting;
import shopbell.store.StoryShop.Said;
import shopbell.store.sql.Database;

/**
 * Undoing every statement restores the state that there would be without them: two real databases get the same records
 * and events, one of them also random merges, choices and undoings between.
 */
class MergeUndoIT {
  private static final AtomicInteger TRIES = new AtomicInteger();

  private static Vertx vertx;
  private static Database talkative;
  private static Database quiet;

  @BeforeContainer
  static void open() {
    vertx = Vertx.vertx();
    talkative = TestDatabase.open(vertx);
    quiet = TestDatabase.open(vertx);
  }

  @AfterContainer
  static void close() {
    Waiting.on(vertx.close());
  }

  @Provide
  Arbitrary<List<Said>> story() {
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 3);
    Arbitrary<Integer> minute = Arbitraries.integers().between(0, 3_000);
    return Combinators.combine(Arbitraries.of(Said.What.values()), number, number, minute)
        .as(Said::new)
        .list()
        .ofMinSize(4)
        .ofMaxSize(30);
  }

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void takingEverythingBackRestoresTheStart(@ForAll("story") List<Said> story, @ForAll int seed) {
    int shop = TRIES.incrementAndGet();
    StoryShop loud = new StoryShop(talkative, shop);
    StoryShop still = new StoryShop(quiet, shop);
    story.forEach(loud::hear);
    story.stream().filter(said -> !said.what().statement()).forEach(still::hear);
    List<Long> inForce = loud.inForce();
    Collections.shuffle(inForce, new Random(seed));
    inForce.forEach(loud::undo);
    still.inForce().forEach(still::undo);
    assertEquals(still.dump(), loud.dump());
  }

  @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
  void takingOneStatementBackLeavesWhatWouldBeThereWithoutIt(
      @ForAll("story") List<Said> before, @ForAll("story") List<Said> after) {
    int shop = TRIES.incrementAndGet();
    StoryShop loud = new StoryShop(talkative, shop);
    StoryShop still = new StoryShop(quiet, shop);
    Said merge = new Said(Said.What.MERGE, 0, 1, 0);
    List<Said> story = after.stream()
        .filter(said -> said.what() != Said.What.UNDO && said.what() != Said.What.MERGE)
        .toList();
    before.stream().filter(said -> !said.what().statement()).forEach(said -> {
      loud.hear(said);
      still.hear(said);
    });
    loud.hear(merge);
    List<Long> entry = loud.inForce();
    story.forEach(loud::hear);
    story.forEach(still::hear);
    entry.forEach(loud::undo);
    assertEquals(still.dump(), loud.dump());
  }
}
