package shopbell.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import shopbell.RunningShop;
import shopbell.Waiting;
import shopbell.security.ApiKeyScope;

class SimulationIT {
  @Test
  void aDoorThatIsNotThereIsNamedWithWhatItRefused() {
    List<String> told = new CopyOnWriteArrayList<>();
    Vertx vertx = Vertx.vertx();
    try (RunningShop shop = RunningShop.open()) {
      LoadProfile loadProfile = new LoadProfile(
          URI.create(shop.url()),
          1,
          5,
          Duration.ofSeconds(1),
          Duration.ZERO,
          shop.key(ApiKeyScope.ADMIN),
          "nowhere",
          List.of("+4922147111"));
      SimulationResult simulationResult =
          Waiting.on(new Simulation(vertx, loadProfile, told::add).run());
      assertEquals(5, simulationResult.lost());
      assertTrue(
          told.stream()
              .anyMatch(line ->
                  line.endsWith("404: is there a door called nowhere, of kind cloudevents?")),
          told.toString());
    } finally {
      Waiting.on(vertx.close());
    }
  }
}
