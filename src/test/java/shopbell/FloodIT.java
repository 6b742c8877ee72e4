package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** More calls arrive at once than can be stored: some are asked to retry, none is lost. */
class FloodIT {
  private static final int RATE = 2_000;

  @Test
  void whileNothingCanBeKeptTheLineIsBoundedAndWhoComesLaterIsRefusedAtOnce() {
    String database = RunningShop.freshDatabase();
    try (RunningShop shop = RunningShop.open(Map.of("database.url", database)).hire("anna");
        DeskClient anna = shop.seat("anna");
        CallFlood calls = new CallFlood(shop.url())) {
      shop.tell(CallFlood.call("+49300", "anna"));
      Vertx vertx = Vertx.vertx();
      PgConnection other =
          Waiting.on(PgConnection.connect(vertx, PgConnectOptions.fromUri(database)));
      Waiting.on(other.query("begin").execute());
      Waiting.on(other.query("lock table inbox in access exclusive mode").execute());
      var sent = calls.ring(RATE, Duration.ofMillis(150), n -> CallFlood.call("+4930" + n, "anna"));
      Waiting.until("it is full", () -> waiting(shop) >= 64);
      assertFalse(sent.isComplete(), "those that were let in wait");
      shop.call("POST", "/in/events")
          .key(RunningShop.KEY)
          .cloudEvent(CallFlood.call("+49301", "anna"))
          .send()
          .problem(503);
      Waiting.on(other.query("rollback").execute());
      List<CallFlood.Rung> rung = Waiting.on(sent);
      assertTrue(rung.stream().filter(CallFlood.Rung::kept).count() >= 64);
      assertTrue(rung.stream().anyMatch(each -> !each.kept()));
      rung.stream().filter(each -> !each.kept()).forEach(FloodIT::refused);
      rung.stream().filter(each -> !each.kept()).forEach(each -> again(calls, each));
      assertEquals(ids(rung), shown(anna, rung));
      Waiting.on(other.close());
      Waiting.on(vertx.close());
    }
  }

  @Test
  void ofARealFloodEveryCallIsRefusedOrOnTheDeskAndAfterwardsAllIsWell() {
    try (RunningShop shop = RunningShop.open().hire("anna");
        DeskClient anna = shop.seat("anna");
        CallFlood calls = new CallFlood(shop.url())) {
      List<CallFlood.Rung> rung = Waiting.on(
          calls.ring(RATE, Duration.ofMillis(500), n -> CallFlood.call("+4930" + n, "anna")));
      List<CallFlood.Rung> kept = rung.stream().filter(CallFlood.Rung::kept).toList();
      assertFalse(kept.isEmpty());
      rung.stream().filter(each -> !each.kept()).forEach(FloodIT::refused);
      assertEquals(ids(kept), shown(anna, kept));
      Event after = CallFlood.call("+49300", "anna");
      shop.tell(after);
      assertEquals("ringing", state(anna, after.interaction()));
      assertEquals(rung.size(), counted(shop));
    }
  }

  private static String state(DeskClient deskClient, UUID id) {
    return deskClient.card(id, card -> true).at("/interaction/state").asText();
  }

  private static void refused(CallFlood.Rung rung) {
    assertEquals(503, rung.status);
    assertTrue(Integer.parseInt(rung.retryAfter) > 0);
  }

  private static void again(CallFlood calls, CallFlood.Rung rung) {
    Waiting.until("it is taken", () -> {
      Waiting.on(calls.send(rung));
      return rung.kept();
    });
  }

  private static Set<UUID> ids(List<CallFlood.Rung> rung) {
    Set<UUID> ids = new HashSet<>();
    rung.forEach(each -> ids.add(each.event.interaction()));
    return ids;
  }

  /** The interactions of {@code rung} that are on the desk. */
  private static Set<UUID> shown(DeskClient deskClient, List<CallFlood.Rung> rung) {
    Set<UUID> ids = ids(rung);
    Set<UUID> shown = new HashSet<>();
    Waiting.until("all are on the desk", () -> {
      deskClient
          .frames("card")
          .forEach(card -> shown.add(UUID.fromString(card.at("/interaction/id").asText())));
      return shown.containsAll(ids);
    });
    shown.retainAll(ids);
    return shown;
  }

  private static double waiting(RunningShop shop) {
    return metric(shop, "shopbell_arrivals_underway ");
  }

  private static double counted(RunningShop shop) {
    return metric(shop, "shopbell_arrivals_total{door=\"events\",") - 1;
  }

  private static double metric(RunningShop shop, String name) {
    return shop.operator("/metrics")
        .send()
        .text()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
