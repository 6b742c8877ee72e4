package shopbell.store.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.store.RuleDatabase;

/** The rules of orders that the database holds beside the table of orders. */
class OrderRulesIT {
  private static RuleDatabase database;

  @BeforeAll
  static void open() {
    database = new RuleDatabase();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest(name = "{0} has {1} digits")
  @CsvSource({"EUR, 2", "JPY, 0", "KWD, 3", "CLF, 4", "XYZ, 2"})
  void aCurrencyHasItsDigitsOfIso4217(String currency, String digits) {
    assertEquals(digits, database.text("select minor_units('" + currency + "')"));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "wc-on-hold, on hold",
    "onHold, on hold",
    "ON_HOLD, on hold",
    "Rückerstattet, rueckerstattet"
  })
  void spellingsOfOneStatusAreOneWord(String status, String word) {
    assertEquals(word, database.text("select order_word('" + status + "')"));
  }

  @ParameterizedTest(name = "{0} {1} of {2} is {3}")
  @CsvSource({
    "paid, placed, 10, order.paid",
    "neu, placed, 10, order.placed",
    "storniert, cancelled, 10, order.cancelled",
    "Gutschrift, returned, 10, order.refunded",
    "Retoure, returned, 10, order.returned",
    "paid, placed, -10, order.refunded",
    "frobnicated, unknown, 10, order.frobnicated"
  })
  void anOrderIsTheStepOfTheJourneyThatItsStateAndAmountSay(
      String status, String state, String amount, String step) {
    assertEquals(
        step,
        database.text("select order_step('" + status + "', '" + state + "', " + amount + ")"));
  }

  @ParameterizedTest(name = "{0} bought, {1} returned, {2} refunded leave {3}")
  @CsvSource({
    "100, 0, -30, 70",
    "100, 50, -30, 100",
    "100, 50, -80, 70",
    "10, 0, -80, 0",
    "null, null, -5, 0"
  })
  void aRefundIsFirstThatOfReturnedGoodsAndNeverMakesTheValueNegative(
      String bought, String returned, String refund, String left) {
    assertEquals(
        left, database.text("select worth_left(" + bought + ", " + returned + ", " + refund + ")"));
  }

  @Test
  void aStoredOrderGetsItsStateAndTheDigitsOfItsCurrency() {
    assertEquals("cancelled 1235", database.text("""
            insert into purchase (id, system, external_id, placed_at, amount, currency, status, updated_at)
            values (gen_random_uuid(), 'shop', '1', now(), 1234.56, 'JPY', 'Storniert', now())
            returning state || ' ' || amount
            """));
  }

  @Test
  void closedMeansReturnedInMagentoAndFulfilledElsewhere() {
    assertEquals("returned", database.text("select order_state('Magento2', 'closed')"));
    assertEquals("fulfilled", database.text("select order_state('shop', 'closed')"));
  }
}
