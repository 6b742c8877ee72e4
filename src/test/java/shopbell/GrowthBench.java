package shopbell;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.security.ApiKeyScope;
import shopbell.simulate.SimulationResult;
import shopbell.store.GeneratedCustomers;

/**
 * From arrival to card in a small database, in one with ten times the customers, and in one with ten times the history
 * of each; {@code -Dpeople -Dsteps} are the small one's size, {@code -Drounds} how often.
 */
@Tag("growth")
class GrowthBench {
  private static final PrintStream OUT = System.out;
  private static final double RATE = 25;

  private final int people = Integer.getInteger("people", 20_000);
  private final int steps = Integer.getInteger("steps", 20);
  private final int rounds = Integer.getInteger("rounds", 5);

  /** One database with people in it, and a shop on it. */
  private record World(
      String name,
      int customers,
      GeneratedCustomers crowd,
      RunningShop shop,
      String key,
      SimulationRounds rounds)
      implements AutoCloseable {
    static World of(String name, int customers, long steps) throws Exception {
      GeneratedCustomers generatedCustomers = GeneratedCustomers.of(customers, customers * steps);
      RunningShop shop = RunningShop.open(Map.of("database.url", generatedCustomers.url()));
      return new World(
          name,
          customers,
          generatedCustomers,
          shop,
          shop.key(ApiKeyScope.ADMIN),
          new SimulationRounds());
    }

    void ring() throws Exception {
      List<String> numbers = IntStream.range(0, 10_000)
          .mapToObj(n -> GeneratedCustomers.phone(1 + (int) (n * 7_919L % customers)))
          .toList();
      rounds.run(shop.url(), key, RATE, numbers);
    }

    @Override
    public void close() throws IOException {
      shop.close();
      crowd.close();
    }
  }

  @Test
  void aCardCostsTheSameHoweverMuchThereIs() throws Exception {
    try (World small = World.of("small", people, steps);
        World crowded = World.of("10 x the customers", people * 10, steps);
        World old = World.of("10 x the past", people, steps * 10L)) {
      List<World> worlds = List.of(small, crowded, old);
      for (int round = 0; round <= rounds; round++) {
        for (World world : worlds) {
          world.ring();
          if (round == 0) {
            world.rounds().forget();
          }
        }
      }
      double least = small.rounds().median(SimulationResult::p50);
      for (World world : worlds) {
        double p50 = world.rounds().median(SimulationResult::p50);
        OUT.printf(
            Locale.ROOT,
            "%s: p50 %.2f p99 %.2f ms, ratio %.2f, lost %d%n",
            world.name(),
            p50,
            world.rounds().median(SimulationResult::p99),
            p50 / least,
            world.rounds().lost());
      }
    }
  }
}
