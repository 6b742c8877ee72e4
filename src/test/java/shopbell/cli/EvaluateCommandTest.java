package shopbell.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import shopbell.json.Json;
import shopbell.model.Rejected;

/** The commands on small files, in this process. */
class EvaluateCommandTest {
  private static final LocalDate START = LocalDate.of(2025, 1, 1);

  @TempDir
  private Path folder;

  private final StringWriter said = new StringWriter();
  private final StringWriter complained = new StringWriter();

  private int evaluate(Object... args) {
    List<String> words = new ArrayList<>();
    for (Object arg : args) {
      words.add(String.valueOf(arg));
    }
    return new CommandLine(new EvaluateCommand())
        .setOut(new PrintWriter(said, true))
        .setErr(new PrintWriter(complained, true))
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          complained.append(failure.getMessage());
          return failure instanceof Rejected ? 1 : 99;
        })
        .execute(words.toArray(String[]::new));
  }

  private JsonNode line() throws IOException {
    assertEquals("", complained.toString());
    assertEquals(1, said.toString().lines().count());
    return Json.MAPPER.readTree(said.toString());
  }

  private Path file(String header, List<String> rows) throws IOException {
    Path file = folder.resolve("past.csv");
    Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
    return file;
  }

  private static List<String> purchases() {
    Random random = new Random(11);
    List<String> rows = new ArrayList<>();
    for (int customer = 0; customer < 600; customer++) {
      double rate = -Math.log(random.nextDouble()) / 30;
      LocalDate at = START.plusDays(random.nextInt(60));
      while (at.isBefore(START.plusDays(360))) {
        rows.add(
            String.format(Locale.ROOT, "c%d,%s,%.2f", customer, at, 5 + 40 * random.nextDouble()));
        boolean gone = random.nextInt(5) == 0;
        at = at.plusDays(gone ? 999 : 1 + (long) (-Math.log(random.nextDouble()) / rate));
      }
    }
    return rows;
  }

  @Test
  void theModelsOfValueAreComparedOnTheHoldOut() throws IOException {
    Path file = file("customer,date,amount", purchases());
    assertEquals(0, evaluate("value", file, "--calibration-end", "2025-08-31"));
    JsonNode line = line();
    assertEquals(600, line.path("customers").asInt());
    assertEquals(3, line.path("candidates").size());
    assertEquals(line.path("candidates").path(0).path("model"), line.path("model"));
    assertEquals(4, line.path("parameters").size());
    assertTrue(line.path("logLikelihood").asDouble() < 0);
    line.path("candidates")
        .forEach(candidate -> assertTrue(
            candidate.path("holdoutMae").asDouble() >= line.path("holdoutMae").asDouble()));
    double ratio =
        line.path("holdoutExpected").asDouble() / line.path("holdoutActual").asDouble();
    assertEquals(1, ratio, 0.35);
    assertTrue(line.path("spend").path("q").asDouble() > 1);
  }

  @Test
  void amountsMayBeMissingAndTimeMayBeCountedInDays() throws IOException {
    List<String> rows =
        purchases().stream().map(row -> row.substring(0, row.lastIndexOf(','))).toList();
    assertEquals(
        0,
        evaluate(
            "value",
            file("customer,date", rows),
            "--calibration-end",
            "2025-08-31",
            "--unit",
            "day"));
    assertTrue(line().path("spend").isNull());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "customer,date,amount | c1,2025-13-01,5 | 1 | date",
        "customer,date,amount | c1,2025-01-01,five | 1 | amount",
        "customer,date,amount | ,2025-01-01,5 | 1 | customer",
        "customer,date,amount | c1,2025-01-01 | 1 | Line 2 has 2 cells",
        "name,date,amount | c1,2025-01-01,5 | 1 | The header is customer",
        "customer,customer,date | c1,c1,2025-01-01 | 1 | no name twice",
        "customer,date,amount | c1,2026-01-01,5 | 1 | 0 customers",
        "customer,date,amount | c1,2025-01-01,5 | 1 | no purchase after 2025-08-31",
      })
  void aBrokenFileIsExplained(String header, String row, int exit, String text) throws IOException {
    assertEquals(
        exit, evaluate("value", file(header, List.of(row)), "--calibration-end", "2025-08-31"));
    assertTrue(complained.toString().contains(text), complained::toString);
  }

  private static List<String> churn() {
    Random random = new Random(12);
    return IntStream.range(0, 900)
        .mapToObj(i -> {
          int late = random.nextInt(4);
          boolean left = random.nextDouble() < 1 / (1 + Math.exp(2 - late));
          return START.plusDays(i) + ";" + late + ";" + (left ? 9 : 1) + ";"
              + (left ? "yes" : "no");
        })
        .toList();
  }

  @Test
  void aTableIsJudgedOutOfFold() throws IOException {
    Path file = file("day;late;farewell;left", churn());
    assertEquals(
        0,
        evaluate("table", file, "--target", "left", "--positive", "yes", "--exclude", "farewell"));
    JsonNode line = line();
    assertEquals(900, line.path("rows").asInt());
    assertEquals("5 folds, out of fold", line.path("split").asText());
    assertEquals(0.77, line.path("auc").asDouble(), 0.06);
    assertTrue(line.path("brier").asDouble() < line.path("baseBrier").asDouble());
    assertTrue(line.path("ece").asDouble() < 0.1);
  }

  @Test
  void aTableWithATimeIsJudgedOnItsLastFifth() throws IOException {
    Path file = file("day;late;farewell;left", churn());
    assertEquals(
        0,
        evaluate(
            "table",
            file,
            "--target",
            "left",
            "--positive",
            "yes",
            "--exclude",
            "farewell",
            "--time",
            "day"));
    JsonNode line = line();
    assertEquals("last fifth by day", line.path("split").asText());
    assertEquals(180, line.path("judged").asInt());
    assertTrue(line.path("auc").asDouble() > 0.65);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--target gone --positive yes | 2 | --target names a column that the file does not have",
        "--target left --positive yes --exclude x | 2 | --exclude names a column",
        "--target left --positive yes --folds 1 | 2 | --folds is a number from 2",
        "--target left | 2 | --positive",
        "--target left --positive maybe | 1 | No row has the value",
        "--target day --positive 2025-01-01 | 1 | have the value of --positive",
        "--target left --positive yes --time left | 1 | the time is no number",
        "--target left --positive yes --exclude day,late,farewell | 1 | No column is left",
      })
  void anOptionThatDoesNotFitTheFileIsExplained(String options, int exit, String text)
      throws IOException {
    List<Object> args = new ArrayList<>(List.of("table", file("day;late;farewell;left", churn())));
    args.addAll(List.of(options.split(" ")));
    assertEquals(exit, evaluate(args.toArray()));
    assertTrue(complained.toString().contains(text), complained::toString);
  }

  @Test
  void aFileThatIsNotThereIsWrongUsage() {
    assertEquals(
        2, evaluate("value", folder.resolve("none.csv"), "--calibration-end", "2025-01-01"));
    assertTrue(complained.toString().contains("There is no file"));
  }
}
