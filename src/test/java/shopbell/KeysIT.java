package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import shopbell.security.Scope;
import shopbell.store.PgKeys;

/** Keys of machines, changed while the server runs. */
class KeysIT {
  @Test
  void aRemovedKeyOpensNothingWithinASecondWhicheverProcessHasRemovedIt() {
    try (RunningShop shop = RunningShop.open(Map.of())) {
      String key = shop.key(Scope.READ);
      assertEquals(200, agents(shop, key));
      PgKeys other = new PgKeys(shop.application().database());
      Waiting.on(other.all()).forEach(named -> Waiting.on(other.remove(named.name())));
      Waiting.until("the key opens nothing", () -> agents(shop, key) == 401);
    }
  }

  private static int agents(RunningShop shop, String key) {
    return shop.call("GET", "/api/v1/agents").key(key).send().status();
  }
}
