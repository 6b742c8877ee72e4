package shopbell.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import shopbell.identity.MergeForest.Edge;

class MergeForestTest {
  private static final int RECORDS = 9;
  private static final List<UUID> ALL =
      IntStream.range(0, RECORDS).mapToObj(MergeForestTest::record).toList();

  private static UUID record(int number) {
    return new UUID(0, number);
  }

  @Provide
  Arbitrary<List<Edge>> merges() {
    Arbitrary<Integer> one = Arbitraries.integers().between(0, RECORDS - 1);
    return Combinators.combine(one, one)
        .as((a, b) -> new Edge(record(a), record(b)))
        .filter(edge -> !edge.keep().equals(edge.other()))
        .list()
        .ofMaxSize(12);
  }

  @Property
  void whoIsMergedHasOneSurvivorAndWhoIsNotHasAnother(@ForAll("merges") List<Edge> merges) {
    Map<UUID, UUID> survivors = MergeForest.survivors(ALL, merges);
    Map<UUID, UUID> painted = painted(merges);
    for (UUID a : ALL) {
      for (UUID b : ALL) {
        assertEquals(
            painted.get(a).equals(painted.get(b)), survivors.get(a).equals(survivors.get(b)));
      }
    }
  }

  @Property
  void theSurvivorIsOneOfThoseItStandsFor(@ForAll("merges") List<Edge> merges) {
    MergeForest.survivors(ALL, merges)
        .values()
        .forEach(survivor ->
            assertEquals(survivor, MergeForest.survivors(ALL, merges).get(survivor)));
  }

  @Property
  void takingBackAMergeTouchesNobodyItWasNotAbout(
      @ForAll("merges") List<Edge> merges, @ForAll int which) {
    if (merges.isEmpty()) {
      return;
    }
    Edge taken = merges.get(Math.floorMod(which, merges.size()));
    List<Edge> left = new ArrayList<>(merges);
    left.remove(taken);
    Map<UUID, UUID> before = MergeForest.survivors(ALL, merges);
    Map<UUID, UUID> after = MergeForest.survivors(ALL, left);
    for (UUID one : ALL) {
      if (!before.get(one).equals(before.get(taken.keep()))) {
        assertEquals(before.get(one), after.get(one));
      }
    }
  }

  @Example
  void withoutMergesEverybodyIsThemselves() {
    ALL.forEach(one -> assertEquals(one, MergeForest.survivors(ALL, List.of()).get(one)));
  }

  @Example
  void whoKeepsStandsForTheOthersToo() {
    List<Edge> merges = List.of(new Edge(record(1), record(2)), new Edge(record(3), record(2)));
    assertEquals(record(3), MergeForest.survivors(ALL, merges).get(record(1)));
  }

  /** Components the slow way: repaint until nothing changes. */
  private static Map<UUID, UUID> painted(List<Edge> merges) {
    Map<UUID, UUID> colour = new HashMap<>();
    ALL.forEach(one -> colour.put(one, one));
    for (int round = 0; round < RECORDS; round++) {
      for (Edge edge : merges) {
        UUID from = colour.get(edge.other());
        UUID to = colour.get(edge.keep());
        colour.replaceAll((one, was) -> was.equals(from) ? to : was);
      }
    }
    return colour;
  }
}
