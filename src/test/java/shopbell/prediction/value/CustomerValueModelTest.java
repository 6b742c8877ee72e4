package shopbell.prediction.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.special.Beta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.json.Json;

class CustomerValueModelTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);

  private static final BetaGeometricModel RANDOM =
      new BetaGeometricModel(false, 1, new BetaGeometricModel.Heterogeneity(0.6, 6, 0.5, 3));

  private static final BetaGeometricModel REGULAR =
      new BetaGeometricModel(true, 3, new BetaGeometricModel.Heterogeneity(1.2, 4, 0.5, 3));

  private static CustomerValueModel model(FrequencyModel frequency) {
    return new CustomerValueModel(new ValueParameters(
        frequency.name(), frequency.parameters(), Optional.of(SPEND), PeriodUnit.WEEK, 1000));
  }

  /** Of customers that bought twice at least; for the others "none" is nearly always right. */
  @ParameterizedTest
  @CsvSource({"false", "true"})
  void eightOfTenCustomersAreWithinTheirIntervals(boolean regular) {
    BetaGeometricModel truth = regular ? REGULAR : RANDOM;
    List<SimulatedCustomers.Life> lives = new SimulatedCustomers(3, truth, SPEND)
        .lives(12_000, 80, PeriodUnit.WEEK.year()).stream()
            .filter(life -> life.history().repeats() > 2)
            .toList();
    CustomerValueModel model = model(truth);
    double orders = 0;
    double revenue = 0;
    double below = 0;
    for (SimulatedCustomers.Life life : lives) {
      CustomerForecast forecast = model.forecast(life.history(), life.spend(), TODAY);
      boolean within = life.later() >= forecast.orders().low()
          && life.later() <= forecast.orders().high();
      CustomerForecast.Revenue money = forecast.revenue().orElseThrow();
      orders += within ? 1 : 0;
      revenue += life.laterRevenue() >= money.low() && life.laterRevenue() <= money.high() ? 1 : 0;
      below += life.laterRevenue() <= money.high() ? 1 : 0;
    }
    assertTrue(orders / lives.size() >= 0.8, "orders " + orders / lives.size());
    assertTrue(revenue / lives.size() >= 0.79, "revenue " + revenue / lives.size());
    assertEquals(0.9, below / lives.size(), 0.02);
  }

  @Test
  void theExpectedOrdersRevenueAndActivityAreThoseOfTheSimulatedFuture() {
    List<SimulatedCustomers.Life> lives =
        new SimulatedCustomers(4, REGULAR, SPEND).lives(20_000, 80, PeriodUnit.WEEK.year());
    CustomerValueModel model = model(REGULAR);
    double[] expected = new double[3];
    double[] actual = new double[3];
    for (SimulatedCustomers.Life life : lives) {
      CustomerForecast forecast = model.forecast(life.history(), life.spend(), TODAY);
      expected[0] += forecast.active();
      expected[1] += forecast.orders().expected();
      expected[2] += forecast.revenue().orElseThrow().expected();
      actual[0] += life.active() ? 1 : 0;
      actual[1] += life.later();
      actual[2] += life.laterRevenue();
    }
    assertEquals(1, expected[0] / actual[0], 0.02);
    assertEquals(1, expected[1] / actual[1], 0.03);
    assertEquals(1, expected[2] / actual[2], 0.04);
  }

  @ParameterizedTest
  @CsvSource({"6.25, 3.74", "6.25, 16", "60, 10", "2, 2.1", "120, 130"})
  void theFastFormOfTheBetaPrimeDistributionIsCloseToTheExactOne(double shape, double other) {
    for (double share = 0.02; share < 1; share += 0.02) {
      double ratio = share / (1 - share);
      double exact = Beta.regularizedBeta(share, shape, other);
      assertEquals(exact, RevenueDistribution.betaPrime(ratio, shape, other), 0.012);
    }
  }

  @Test
  void aForecastOfACustomerThatBuysEveryMonthIsSensible() {
    CustomerForecast forecast =
        model(REGULAR).forecast(new PurchaseHistory(12, 52, 54), new SpendHistory(12, 50), TODAY);
    assertTrue(forecast.active() > 0.8);
    assertTrue(forecast.orders().low() < forecast.orders().expected());
    assertTrue(forecast.orders().high() > forecast.orders().expected());
    CustomerForecast.Revenue revenue = forecast.revenue().orElseThrow();
    assertTrue(revenue.low() < revenue.expected() && revenue.expected() < revenue.high());
    LocalDate next = forecast.nextOrder().orElseThrow();
    assertTrue(next.isAfter(TODAY) && next.isBefore(TODAY.plusWeeks(8)), next.toString());
  }

  @Test
  void theNextOrderOfACustomerWithOneOldOrderIsNotInSight() {
    CustomerForecast forecast =
        model(RANDOM).forecast(new PurchaseHistory(0, 0, 600), SpendHistory.NONE, TODAY);
    assertEquals(Optional.empty(), forecast.nextOrder());
    assertEquals(0, forecast.orders().high());
    assertEquals(0.0, forecast.revenue().orElseThrow().high());
  }

  @Test
  void aStoredModelGivesTheSameForecastAndHoldsNothingOfCustomers() throws IOException {
    CustomerValueModel model = model(REGULAR);
    String json = Json.write(model.parameters());
    CustomerValueModel again =
        new CustomerValueModel(Json.MAPPER.readValue(json, ValueParameters.class));
    PurchaseHistory history = new PurchaseHistory(4, 20, 30);
    SpendHistory spend = new SpendHistory(4, 31.5);
    assertEquals(model.forecast(history, spend, TODAY), again.forecast(history, spend, TODAY));
    List<String> names = new ArrayList<>();
    Json.MAPPER.readTree(json).fieldNames().forEachRemaining(names::add);
    assertEquals(List.of("model", "parameters", "spend", "unit", "customers"), names);
  }

  @Test
  void aShopWithFewCustomersIsToldSo() {
    PurchaseLog log = new PurchaseLog(List.of(
        new Purchase("1", TODAY.minusDays(300), OptionalDouble.of(10)),
        new Purchase("1", TODAY.minusDays(1), OptionalDouble.empty())));
    assertEquals(
        new ValueTraining.TooFewCustomers(1, 0), ValueTraining.of(log, TODAY, PeriodUnit.WEEK));
  }

  @Test
  void aShopWithEnoughCustomersGetsTheModelWithTheSmallestError() {
    PurchaseLog log = new PurchaseLog(purchases(2000));
    ValueTraining.Trained trained = assertInstanceOf(
        ValueTraining.Trained.class, ValueTraining.of(log, TODAY, PeriodUnit.WEEK));
    ValueEvaluation evaluation = trained.evaluation();
    assertEquals(3, evaluation.candidates().size());
    assertTrue(
        evaluation.chosen().holdoutMae() <= evaluation.candidates().get(2).holdoutMae());
    assertEquals(1, evaluation.chosen().holdoutExpected() / evaluation.holdoutActual(), 0.15);
    assertFalse(trained.model().parameters().spend().isEmpty());
  }

  /** As often as before: x / T orders in each week. */
  @Test
  void theModelBeatsTheGuessThatEverythingGoesOnAsBefore() {
    PurchaseLog log = new PurchaseLog(purchases(2000));
    LocalDate end = TODAY.minusDays(90);
    double horizon = PeriodUnit.WEEK.between(end, log.last());
    double error = log.at(end, PeriodUnit.WEEK).stream()
        .filter(customer -> customer.history().age() > 0)
        .mapToDouble(customer ->
            Math.abs(customer.history().repeats() / customer.history().age() * horizon
                - customer.laterOrders()))
        .average()
        .orElseThrow();
    ValueEvaluation evaluation = ValueEvaluation.of(log, end, PeriodUnit.WEEK);
    assertTrue(evaluation.chosen().holdoutMae() < 0.9 * error);
  }

  /** Of customers that came in the course of a year, with the same amounts each time. */
  private static List<Purchase> purchases(int customers) {
    List<Purchase> purchases = new ArrayList<>();
    java.util.Random random = new java.util.Random(5);
    for (int i = 0; i < customers; i++) {
      double rate = -Math.log(random.nextDouble()) / 40;
      double stays = random.nextDouble();
      LocalDate at = TODAY.minusDays(30L + random.nextInt(330));
      while (!at.isAfter(TODAY)) {
        purchases.add(new Purchase("c" + i, at, OptionalDouble.of(5 + random.nextInt(50))));
        boolean gone = random.nextDouble() > stays;
        at = gone
            ? TODAY.plusDays(1)
            : at.plusDays((long) Math.ceil(-Math.log(random.nextDouble()) / rate));
      }
    }
    return purchases;
  }
}
