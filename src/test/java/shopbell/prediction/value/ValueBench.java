package shopbell.prediction.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The models of value on public data with published figures: {@code mvn -Pbench test -Dbench=clv -Ddata=FOLDER}.
 */
@Tag("clv")
class ValueBench {
  private static final PrintStream OUT = System.out;
  private static final LocalDate CDNOW_END = LocalDate.of(1997, 9, 30);

  private static List<Purchase> read(String name, int dayColumn, int amountColumn)
      throws IOException {
    Path path = Path.of(System.getProperty("data"), name);
    try (InputStream file = Files.newInputStream(path);
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(file) : file;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.strip().replace("\"", "").split("[,\\s]+"))
          .filter(cells -> cells.length > amountColumn && cells[dayColumn].matches("[0-9-]{8,10}"))
          .map(cells -> new Purchase(
              cells[0],
              day(cells[dayColumn]),
              OptionalDouble.of(Double.parseDouble(cells[amountColumn]))))
          .toList();
    }
  }

  private static LocalDate day(String text) {
    return text.contains("-")
        ? LocalDate.parse(text)
        : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
  }

  @Test
  void theSampleOfCdnow() throws IOException {
    print("CDNOW, sample", read("cdnow/CDNOW_sample.txt", 2, 4), CDNOW_END);
  }

  @Test
  void allCustomersOfCdnow() throws IOException {
    print("CDNOW, all", read("cdnow/CDNOW_master.txt.gz", 1, 3), CDNOW_END);
  }

  @Test
  void apparel() throws IOException {
    print("Apparel", read("apparel/apparelTrans.csv", 1, 2), LocalDate.of(2006, 12, 31));
  }

  private static void print(String title, List<Purchase> purchases, LocalDate end) {
    PurchaseLog log = new PurchaseLog(purchases);
    List<PurchaseHistory> histories =
        log.at(end, PeriodUnit.WEEK).stream().map(ObservedCustomer::history).toList();
    OUT.printf(
        "%n%s: %d customers, %d rows%n",
        title, histories.size(), new DistinctHistories(histories).rows());
    for (FrequencyFamily family : FrequencyFamily.values()) {
      long before = processorTime();
      FrequencyFamily.Fit fit = family.fit(histories);
      OUT.printf(
          "  %-11s fitted in %5d ms of the processor%n",
          fit.model().name(), (processorTime() - before) / 1_000_000);
    }
    evaluated(log, end);
  }

  private static void evaluated(PurchaseLog log, LocalDate end) {
    long start = System.nanoTime();
    ValueEvaluation evaluation = ValueEvaluation.of(log, end, PeriodUnit.WEEK);
    OUT.printf("  evaluated in %d ms%n", (System.nanoTime() - start) / 1_000_000);
    evaluation
        .candidates()
        .forEach(candidate -> OUT.printf(
            "  %-11s LL %.4f  hold-out MAE %.4f  expected %.1f of %d  %s%n",
            candidate.model().name(),
            candidate.logLikelihood(),
            candidate.holdoutMae(),
            candidate.holdoutExpected(),
            evaluation.holdoutActual(),
            candidate.model().parameters()));
    evaluation.spend().ifPresent(spend -> OUT.println("  " + spend));
    double horizon = PeriodUnit.WEEK.between(end, log.last());
    List<ObservedCustomer> customers = log.at(end, PeriodUnit.WEEK);
    evaluation
        .candidates()
        .forEach(candidate -> OUT.printf(
            "  %-11s of 100 customers within the 80 %% interval: %.1f, of those with a repeat %.1f%n",
            candidate.model().name(),
            100 * within(candidate.model(), customers, horizon),
            100 * within(candidate.model(), returning(customers), horizon)));
    forecasts(evaluation, customers, end);
  }

  private static List<ObservedCustomer> returning(List<ObservedCustomer> customers) {
    return customers.stream().filter(one -> one.history().repeats() > 0).toList();
  }

  private static double within(
      FrequencyModel model, List<ObservedCustomer> customers, double horizon) {
    return customers.stream()
        .mapToInt(customer -> {
          OrderDistribution orders = model.orders(customer.history(), horizon);
          boolean within = customer.laterOrders() >= orders.quantile(0.1)
              && customer.laterOrders() <= orders.quantile(0.9);
          return within ? 1 : 0;
        })
        .average()
        .orElseThrow();
  }

  /** In nanoseconds; other programs that share the machine do not count. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void forecasts(
      ValueEvaluation evaluation, List<ObservedCustomer> customers, LocalDate today) {
    for (ValueEvaluation.Candidate candidate : evaluation.candidates()) {
      CustomerValueModel model = new CustomerValueModel(new ValueParameters(
          candidate.model().name(),
          candidate.model().parameters(),
          evaluation.spend().map(GammaGammaFit.Fit::model),
          PeriodUnit.WEEK,
          customers.size()));
      long before = processorTime();
      customers.forEach(one -> model.forecast(one.history(), one.spend(), today));
      double micros = (processorTime() - before) / 1e3 / customers.size();
      OUT.printf("  %-11s a forecast in %.1f microseconds%n", candidate.model().name(), micros);
    }
  }
}
