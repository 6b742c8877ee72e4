package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import shopbell.metrics.Meters;
import shopbell.metrics.Registry;
import shopbell.model.Role;

/** The Prometheus and Grafana files for operators match the server's metrics. */
class OperatorFilesIT {
  private static final Path DEPLOY = Path.of("src/deploy");
  private static final Pattern METRIC = Pattern.compile("\\bshopbell_[a-z_]+");

  @Test
  void everyMetricNamedInTheDashboardAndTheAlertsIsThere() throws IOException {
    Set<String> named = new TreeSet<>(named("grafana.json"));
    named.addAll(named("alerts.yaml"));
    assertTrue(named.size() > 15, named.toString());
    String metrics = everything();
    List<String> missing = named.stream()
        .filter(
            name -> !Pattern.compile("(?m)^" + name + "[{ ]").matcher(metrics).find())
        .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void everyAlertHasItsPageInTheRunbookAndThePageNoOther() throws IOException {
    List<String> alerts = new ArrayList<>();
    for (JsonNode rule : rules()) {
      String name = rule.path("alert").asText();
      alerts.add(name);
      assertEquals(
          "docs/runbook.md#" + name.toLowerCase(Locale.ROOT),
          rule.at("/annotations/runbook").asText());
    }
    List<String> pages = Files.readAllLines(Path.of("docs/runbook.md")).stream()
        .filter(line -> line.startsWith("## "))
        .map(line -> line.substring(3))
        .toList();
    assertEquals(alerts, pages);
  }

  private static JsonNode rules() throws IOException {
    return new YAMLMapper().readTree(DEPLOY.resolve("alerts.yaml").toFile()).at("/groups/0/rules");
  }

  private static Set<String> named(String file) throws IOException {
    Set<String> names = new TreeSet<>();
    METRIC
        .matcher(Files.readString(DEPLOY.resolve(file)))
        .results()
        .forEach(found -> names.add(found.group()));
    return names;
  }

  /** What the server says after a call, and what it says once a source or a receiver has been asked. */
  private static String everything() {
    try (RunningShop shop = RunningShop.open().hire("anna", Role.AGENT, List.of());
        DeskClient anna = shop.seat("anna")) {
      Event ringing = Event.ringing("metered", "+4922147111", "anna");
      shop.tell(ringing, Event.ringing("elsewhere", "+49301", "nobody-here"));
      anna.painted(anna.card(ringing.interaction(), "ringing"));
      Waiting.until(
          "painted", () -> scrape(shop).contains("shopbell_arrival_painted_seconds_count 1"));
      return scrape(shop) + outside();
    }
  }

  private static String scrape(RunningShop shop) {
    return shop.operator("/metrics").send().expect(200).text();
  }

  private static String outside() {
    var registry = Registry.open();
    Meters meters = new Meters(registry);
    meters.sourceAnswered("crm", "answered", java.time.Duration.ofMillis(20));
    meters.delivered("crm", "dead");
    return registry.scrape();
  }
}
