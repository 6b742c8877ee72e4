package shopbell.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shopbell.model.Role;

/** Unknown order statuses of other systems are shown to an administrator, who can configure their meaning. */
class OrderStatusesIT {
  @Test
  void anOrderStatusOfWhichNothingIsKnownIsListedForTheAdministrator() {
    try (Stage stage = Stage.open(Map.of("locale", "en"))) {
      stage.shop().hire("root", Role.ADMIN, List.of());
      stage.tell(
          "order.upserted",
          stage.now(),
          Map.of(
              "system",
              "till",
              "id",
              "1",
              "status",
              "abgeholt im Laden",
              "placedAt",
              stage.now().toString(),
              "customer",
              Map.of("system", "till", "id", "1"),
              "total",
              Map.of("amount", "5.00", "currency", "EUR")));
      try (Tab tab = Tab.of(stage, "root")) {
        tab.find(".menu__me").click();
        tab.find(".menu__row")
            .filter(new Locator.FilterOptions().setHasText("Connectors"))
            .click();
        tab.sees(".block--statuses", "abgeholt im laden");
        tab.sees(".block--statuses", "till · one order");
        assertEquals(List.of(), Axe.faults(tab));
      }
    }
  }
}
