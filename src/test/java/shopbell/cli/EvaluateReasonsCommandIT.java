package shopbell.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import shopbell.RunningShop;
import shopbell.Waiting;
import shopbell.model.card.ReasonPrediction;
import shopbell.store.RecordedReasons;
import shopbell.store.training.PgPredictions;

class EvaluateReasonsCommandIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  private static Path folder;

  private static RunningShop shop;
  private static Path config;

  /** Forty contacts of two queues; three of four predictions are right, and said so. */
  @BeforeAll
  static void open() throws IOException {
    String database = RunningShop.freshDatabase();
    shop = RunningShop.open(Map.of("database.url", database));
    config =
        Files.writeString(folder.resolve("shopbell.yaml"), "database:\n  url: " + database + "\n");
    List<ReasonPrediction> predictions = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      predictions.add(new ReasonPrediction(
          new UUID(5, i),
          Instant.parse("2026-03-10T10:00:00Z").plusSeconds(i),
          Optional.of(i < 20 ? "sales" : "support"),
          true,
          Map.of(),
          List.of(),
          Map.of("meter", 0.75, "tariff", 0.25)));
    }
    Waiting.on(new PgPredictions(shop.application().database()).remember(predictions));
    for (int i = 0; i < 40; i++) {
      RecordedReasons.said(
          shop.application().database(), new UUID(5, i), i % 4 == 0 ? "tariff" : "meter");
    }
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static JsonNode evaluated(String... options) throws IOException {
    StringWriter said = new StringWriter();
    List<String> all = new ArrayList<>(List.of("reasons", "--config", config.toString()));
    all.addAll(List.of(options));
    int code = new CommandLine(new EvaluateCommand())
        .setOut(new PrintWriter(said, true))
        .execute(all.toArray(String[]::new));
    assertEquals(0, code);
    return JSON.readTree(said.toString());
  }

  @Test
  void oneLineMeasuresAllBlindContacts() throws IOException {
    JsonNode line = evaluated("--since", "2026-03-01");
    assertEquals(40, line.path("contacts").asInt());
    assertEquals(0.75, line.path("top1").asDouble());
    assertEquals(1, line.path("top3").asDouble());
    assertEquals(0, line.path("ece").asDouble(), 1e-6);
    assertEquals(0.375, line.path("brier").asDouble(), 1e-6);
    assertEquals(0.375, line.path("baseBrier").asDouble(), 1e-6);
    assertTrue(line.path("low").asDouble() < 0.375 && line.path("high").asDouble() > 0.375);
  }

  @Test
  void aQueueAndADayLimitThem() throws IOException {
    assertEquals(
        20,
        evaluated("--since", "2026-03-01", "--queue", "sales").path("contacts").asInt());
    JsonNode none = evaluated("--since", "2026-03-11");
    assertEquals(0, none.path("contacts").asInt());
    assertTrue(none.path("top1").isNull());
  }
}
