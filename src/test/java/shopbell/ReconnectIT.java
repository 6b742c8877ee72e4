package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** After a restart all agents reconnect at the same moment; each is admitted and gets the whole desk. */
class ReconnectIT {
  private static final int AGENTS = 500;
  private static final int CALLS = 100;

  @Test
  void allAreBackWithTheirDesksAndNoneWasTurnedAway() {
    Map<String, String> same = Map.of("database.url", RunningShop.freshDatabase());
    List<String> cookies;
    try (RunningShop shop = RunningShop.open(same)) {
      cookies = ManyAgents.signedIn(same.get("database.url"), AGENTS);
      shop.tell(Event.customer("1", "Mia Falk", "+4922147111"));
      for (int call = 0; call < CALLS; call++) {
        shop.tell(CallFlood.call("+4922147111", ManyAgents.name(call)));
      }
    }
    try (RunningShop shop = RunningShop.open(same, RunningShop.PATIENT);
        CallFlood browsers = new CallFlood(shop.url())) {
      List<Future<?>> back = new ArrayList<>();
      cookies.forEach(cookie -> back.add(browsers.seat(cookie)));
      Waiting.on(Future.all(back));
      assertEquals(AGENTS, browsers.welcomes.size());
      assertEquals(
          CALLS,
          browsers.welcomes.stream()
              .mapToInt(welcome -> welcome.getJsonArray("desk").size())
              .sum());
      assertEquals(
          CALLS,
          browsers.welcomes.stream()
              .filter(welcome -> welcome.encode().contains("Mia Falk"))
              .count());
    }
  }
}
