package shopbell.prediction.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PurchaseLogTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private static Purchase bought(String customer, int day, double amount) {
    return new Purchase(customer, FIRST.plusDays(day), OptionalDouble.of(amount));
  }

  @Test
  void twoPurchasesOfACustomerOnOneDayAreOneOfTheirSum() {
    PurchaseLog log = new PurchaseLog(
        List.of(bought("a", 0, 9), bought("a", 14, 10), bought("a", 14, 5), bought("a", 40, 1)));
    assertEquals(
        List.of(new ObservedCustomer(
            new PurchaseHistory(1, 2, 4, Math.log(2)), new SpendHistory(1, 15), 1)),
        log.at(FIRST.plusDays(28), PeriodUnit.WEEK));
  }

  @Test
  void aCustomerThatComesAfterTheDayIsNotKnownOnIt() {
    PurchaseLog log = new PurchaseLog(List.of(bought("a", 0, 9), bought("b", 30, 9)));
    assertEquals(1, log.at(FIRST.plusDays(29), PeriodUnit.DAY).size());
    assertEquals(2, log.at(FIRST.plusDays(30), PeriodUnit.DAY).size());
  }

  @Test
  void amountsThatAreMissingOrZeroInSumAreNoSpend() {
    PurchaseLog log = new PurchaseLog(
        List.of(bought("a", 0, 9), new Purchase("a", FIRST.plusDays(3), OptionalDouble.empty())));
    assertEquals(
        SpendHistory.NONE, log.at(FIRST.plusDays(9), PeriodUnit.DAY).get(0).spend());
  }

  @Test
  void historiesThatCannotBeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PurchaseHistory(1, 5, 4));
    assertThrows(IllegalArgumentException.class, () -> new PurchaseHistory(0, 5, 6));
    assertThrows(IllegalArgumentException.class, () -> new PurchaseHistory(2, 0, 6));
    assertThrows(IllegalArgumentException.class, () -> new SpendHistory(2, 0));
    assertThrows(IllegalArgumentException.class, () -> new PurchaseLog(List.of()));
  }
}
