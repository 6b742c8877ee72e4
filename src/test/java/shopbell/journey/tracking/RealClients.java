package shopbell.journey.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.Waiting;
import shopbell.screen.Chrome;

/** The vendors' own clients, unchanged but for their host; needs Node, npm and a browser: {@code mvn verify -Pclients}. */
class RealClients {
  private static TrackingShop trackingShop;
  private static ForeignSite site;

  @BeforeAll
  static void open() {
    NpmClients.install();
    trackingShop = TrackingShop.open();
    site = ForeignSite.open();
  }

  @AfterAll
  static void close() {
    site.close();
    trackingShop.close();
  }

  private static List<String> steps(String words, int count) {
    Waiting.until(
        words + " has made " + count + " steps",
        () -> trackingShop.steps(trackingShop.customer(words)).size() == count);
    return trackingShop.steps(trackingShop.customer(words)).stream().sorted().toList();
  }

  private static int crowd(String mark) {
    int acts = 0;
    for (int i = 0; i < 20; i++) {
      acts += trackingShop.steps(trackingShop.customer(mark + "-crowd-" + i)).size();
    }
    return acts;
  }

  @Test
  void segmentsClientForNode() {
    NpmClients.node("segment-node.js", trackingShop.shop().url(), trackingShop.writeKey());
    JsonNode card = trackingShop.customer("selma.node@example.test");
    assertEquals("Selma Node", card.at("/customer/name").asText());
    assertEquals("Node GmbH", card.at("/customer/organizations/0/name").asText());
    assertEquals(
        List.of("Order Completed", "page.viewed", "screen.viewed"),
        steps("selma.node@example.test", 3));
    assertEquals(1_000, crowd("segment"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void rudderStacksClientForNode(String gzip) {
    NpmClients.node("rudder-node.js", trackingShop.shop().url(), trackingShop.writeKey(), gzip);
    assertEquals(
        List.of("Order Completed", "page.viewed", "screen.viewed"),
        steps("rudder-node-" + gzip + "@example.test", 3));
    assertEquals(1_000, crowd("rudder-node-" + gzip));
  }

  @Test
  void segmentsClientInTheBrowser() {
    try (BrowserContext context = Chrome.browser().newContext()) {
      Page page = site.page(context, "segment-browser.html");
      page.evaluate(
          "([host, key]) => window.visit(host, key)",
          List.of(trackingShop.shop().url(), trackingShop.writeKey()));
      assertEquals(
          List.of("Product Added", "page.viewed", "screen.viewed"),
          steps("selma.browser@example.test", 3));
      assertEquals(List.of(), site.complaints());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "batch", "beacon"})
  void rudderStacksClientInTheBrowser(String way) {
    Map<String, Object> options = switch (way) {
      case "batch" ->
        Map.of("queueOptions", Map.of("batch", Map.of("enabled", true, "flushInterval", 500)));
      case "beacon" ->
        Map.of("useBeacon", true, "beaconQueueOptions", Map.of("flushQueueInterval", 500));
      default -> Map.of();
    };
    try (BrowserContext context = Chrome.browser().newContext()) {
      Page page = site.page(context, "rudder-browser.html");
      page.evaluate(
          "([host, key, user, options]) => window.visit(host, key, user, options)",
          List.of(trackingShop.shop().url(), trackingShop.writeKey(), "rudder-" + way, options));
      assertEquals(
          List.of("Product Added", "page.viewed"), steps("rudder-" + way + "@example.test", 2));
      assertTrue(site.complaints().isEmpty(), site.complaints()::toString);
    }
  }
}
