package shopbell.model.card;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import shopbell.model.Consent;
import shopbell.model.HandleKind;
import shopbell.model.customer.Customer;
import shopbell.model.customer.CustomerValue;

/**
 * Which data of a customer may be used: true unless consent was refused.
 *
 * @param journey visits, and the cookies and devices that tie them to a person
 * @param cues hints for the conversation
 * @param profiling the comparison with other customers
 */
public record Consents(boolean journey, boolean cues, boolean profiling) {
  private static final String TOUCHPOINT = "touchpoint";
  private static final Set<HandleKind> TRACES = Set.of(HandleKind.COOKIE, HandleKind.DEVICE);

  /**
   * {@code customerSummary} without the data that consent excludes: visits, hints for the conversation, the rank among
   * customers.
   */
  public CustomerSummary applied(CustomerSummary customerSummary) {
    return new CustomerSummary(
        customer(customerSummary.customer()),
        profiling ? customerSummary.value() : customerSummary.value().map(CustomerValue::unranked),
        customerSummary.tickets(),
        customerSummary.journey().stream()
            .filter(item -> journey || !item.kind().equals(TOUCHPOINT))
            .toList(),
        customerSummary.history(),
        customerSummary.promises(),
        customerSummary.feedback(),
        customerSummary.shipments(),
        customerSummary.company());
  }

  private Customer customer(Customer c) {
    return c.consented(
        c.handles().stream().filter(h -> journey || !TRACES.contains(h.kind())).toList(),
        cues ? c.cues() : Map.of(),
        refused());
  }

  private List<Consent> refused() {
    return Stream.of(Consent.values())
        .filter(use -> switch (use) {
          case JOURNEY -> !journey;
          case CUES -> !cues;
          case PROFILING -> !profiling;
        })
        .toList();
  }
}
