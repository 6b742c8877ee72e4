package shopbell.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopbell.RunningShop;
import shopbell.security.ApiKeyScope;

/** The command against a real server, and against servers that give wrong answers. */
class SimulateCommandIT {
  @TempDir
  private Path folder;

  @Test
  void findsNothingWrongWithTheRealThing() throws IOException {
    try (RunningShop shop = RunningShop.open()) {
      String key = shop.key(ApiKeyScope.ADMIN);
      assertEquals(0, simulate(shop.url(), key, 20, 20, 5));
      JsonObject result = result();
      assertEquals(100, result.getInteger("sent"));
      assertEquals(100, result.getInteger("delivered"));
      assertEquals(0, result.getInteger("lost"));
      assertEquals(0, result.getInteger("duplicated"));
      assertEquals(0, result.getInteger("misdelivered"));
      assertTrue(
          result.fieldNames().containsAll(Set.of("p50", "p90", "p99", "p999", "max", "late")));
      assertTrue(result.getDouble("p50") > 0);
      assertTrue(result.getDouble("p50") <= result.getDouble("max"));
      assertEquals(0, simulate(shop.url(), key, 5, 10, 1), "the agents of a run before sign in");
    }
  }

  @Test
  void noticesADoorThatTakesAndNeverRings() throws IOException {
    try (LyingServer server = new LyingServer(0)) {
      assertEquals(1, simulate(server.url(), "any", 2, 10, 1));
      assertEquals(10, result().getInteger("sent"));
      assertEquals(10, result().getInteger("lost"));
    }
  }

  @Test
  void noticesACardThatComesTwice() throws IOException {
    try (LyingServer server = new LyingServer(2)) {
      assertEquals(1, simulate(server.url(), "any", 2, 10, 1));
      assertEquals(0, result().getInteger("lost"));
      assertTrue(result().getInteger("duplicated") >= 10);
    }
  }

  @Test
  void anHonestServerOfTheSameMakeIsNotBlamed() throws IOException {
    try (LyingServer server = new LyingServer(1)) {
      assertEquals(0, simulate(server.url(), "any", 2, 10, 1));
    }
  }

  @Test
  void aWrongKeyAndASilentAddressAreFailures() {
    try (RunningShop shop = RunningShop.open()) {
      assertEquals(1, simulate(shop.url(), "wrong", 2, 10, 1));
    }
    assertEquals(1, simulate("http://127.0.0.1:1", "any", 2, 10, 1));
    assertFalse(Files.exists(folder.resolve("result.json")));
  }

  @Test
  void noAgentsAreWrongUsage() {
    assertEquals(2, simulate("http://127.0.0.1:1", "any", 0, 10, 1));
  }

  private int simulate(String url, String key, int agents, int rate, int seconds) {
    return Main.run(List.of(
            "simulate",
            "--url=" + url,
            "--key=" + key,
            "--agents=" + agents,
            "--rate=" + rate,
            "--seconds=" + seconds,
            "--warm-up=1",
            "--out=" + folder.resolve("result.json"))
        .toArray(String[]::new));
  }

  private JsonObject result() throws IOException {
    return new JsonObject(Files.readString(folder.resolve("result.json")));
  }
}
