package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import shopbell.security.ApiKeyScope;
import shopbell.store.security.PgApiKeys;

/** API keys, changed while the server runs. */
class ApiKeysIT {
  @Test
  void aRemovedKeyOpensNothingWithinASecondWhicheverProcessHasRemovedIt() {
    try (RunningShop shop = RunningShop.open(Map.of())) {
      String key = shop.key(ApiKeyScope.READ);
      assertEquals(200, agents(shop, key));
      PgApiKeys other = new PgApiKeys(shop.application().database());
      Waiting.on(other.all()).forEach(apiKey -> Waiting.on(other.remove(apiKey.name())));
      Waiting.until("the key opens nothing", () -> agents(shop, key) == 401);
    }
  }

  private static int agents(RunningShop shop, String key) {
    return shop.call("GET", "/api/v1/agents").key(key).send().status();
  }
}
