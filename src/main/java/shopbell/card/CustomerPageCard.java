package shopbell.card;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.card.content.CardBuilder;
import shopbell.model.card.Card;
import shopbell.model.card.CardTiming;
import shopbell.model.card.SourceStatus;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.customer.MatchStatus;
import shopbell.nextaction.CardDecisions;

/** The card of a customer's page, outside any interaction. */
public record CustomerPageCard(
    SummaryStore summaries,
    CardBuilder build,
    CardDecisions decisions,
    CardUpdater showing,
    InstantSource clock) {
  /** Fails with NOT_FOUND when there is no such customer. */
  Future<Card> of(UUID customer) {
    return facts(customer)
        .compose(
            card -> decisions.person(customer).compose(person -> decisions.decided(card, person)));
  }

  /** The same without actions: what they are chosen from. */
  Future<Card> facts(UUID customer) {
    Instant asked = clock.instant();
    List<SourceStatus> others = showing.sourceStates(customer);
    return summaries.of(customer, asked).map(customerSummary -> {
      CardTiming cardTiming = new CardTiming(asked, Optional.of(asked), Optional.empty());
      CardBuilder.Frame frame = new CardBuilder.Frame(
          Optional.empty(), chosen(customerSummary.customer().id()), cardTiming);
      Duration took = Duration.between(asked, clock.instant());
      return showing.completed(
          build.insight(frame, customerSummary, asked).card(took).besides(others));
    });
  }

  private static CustomerMatch chosen(UUID customer) {
    return new CustomerMatch(
        MatchStatus.KNOWN,
        Optional.of(customer),
        Optional.empty(),
        false,
        1,
        List.of(),
        List.of(),
        List.of(),
        0);
  }
}
