package shopbell.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.model.customer.Effort;
import shopbell.model.customer.Effort.Spent;

class CustomerEffortTest {
  /** A contact of these tables lasts five minutes after it was answered. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
                                                        |  0 | 0 |  0 | 0
      call 2h                                           |  5 | 1 |  5 | 1
      call 2h waited 3m, chat 3d                        | 13 | 2 | 13 | 2
      call 2h gave up 2m                                |  2 | 1 |  2 | 1
      call 2h, call 10d                                 |  5 | 1 | 10 | 2
      payment.failed 30m, payment.failed 20m            | 10 | 2 | 10 | 2
      checkout.started 60m                              |  1 | 1 |  1 | 1
      checkout.started 60m, checkout.abandoned 55m      |  5 | 1 |  5 | 1
      product.viewed 60m, product.viewed 50m            |  0 | 0 |  0 | 0
      help.viewed 60m, product.viewed 50m               | 10 | 0 | 10 | 0
      ticket 8d, call 40d                               |  0 | 0 |  0 | 1
      """)
  void effortIsMinutesAndAttemptsOfSevenAndThirtyDays(
      String line, int minutes7, int attempts7, int minutes30, int attempts30) {
    assertEquals(
        new Effort(new Spent(minutes7, attempts7), new Spent(minutes30, attempts30)),
        CustomerEffort.of(TrailText.of(line == null ? "" : line)),
        line);
  }
}
