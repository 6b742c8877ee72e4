package shopbell.card;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.card.content.CardBuilder;
import shopbell.interaction.OpenInteraction;
import shopbell.model.Unavailable;
import shopbell.model.card.Card;
import shopbell.model.card.CardTiming;
import shopbell.model.card.SourceState;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.interaction.TrackedInteraction;

/** Cards without a new read: from the interaction alone, or from the last card. Thread-safe. */
final class FallbackCards {
  private static final Logger LOG = LoggerFactory.getLogger(FallbackCards.class);

  /** Bounds the load on a store that has just come back. */
  private static final int MOST_AGAIN = 50;

  private final TracedCardSteps traced;
  private final InstantSource clock;
  private final Set<UUID> blind = ConcurrentHashMap.newKeySet();

  FallbackCards(TracedCardSteps traced, InstantSource clock) {
    this.traced = traced;
    this.clock = clock;
  }

  /** Some of the interactions without a customer because the store was away. */
  List<UUID> toRetry() {
    return blind.stream().limit(MOST_AGAIN).toList();
  }

  /** It is being read now, or is over. */
  void retried(UUID interaction) {
    blind.remove(interaction);
  }

  /** {@code last} for the new state of the interaction; all other parts keep their time. */
  Card updated(TrackedInteraction tracked, OpenInteraction now, Card last) {
    return traced.build(tracked, b -> b.updated(last, frame(tracked, now, last.match())));
  }

  /** The card until the store has answered. */
  Card early(TrackedInteraction tracked, OpenInteraction now) {
    return last(tracked)
        .map(last -> updated(tracked, now, last))
        .orElseGet(() ->
            interactionOnly(tracked, now, CustomerMatch.unknown(List.of()), SourceState.LATE));
  }

  /** The card if the store does not answer, or its answer cannot be read. */
  Card withoutCustomer(TrackedInteraction tracked, OpenInteraction now, Throwable failure) {
    UUID id = tracked.interaction().id();
    LOG.warn(
        "interaction {} is shown without its customer: {}",
        id,
        failure.getClass().getSimpleName());
    // what cannot be read for another reason is not readable the next time either
    if (failure instanceof Unavailable) {
      blind.add(id);
    }
    return last(tracked)
        .filter(last -> last.customer().isPresent())
        .map(last -> traced.build(tracked, b -> b.stale(last, frame(tracked, now, last.match()))))
        .orElseGet(() ->
            interactionOnly(tracked, now, CustomerMatch.unknown(List.of()), SourceState.FAILED));
  }

  Card interactionOnly(
      TrackedInteraction tracked,
      OpenInteraction now,
      CustomerMatch customerMatch,
      SourceState store) {
    CardBuilder.Frame frame = frame(tracked, now, customerMatch);
    return traced.build(
        tracked, b -> b.interactionOnly(frame, tracked.attributes(), store, clock.instant()));
  }

  /** The beginning of every card of {@code tracked}. */
  CardBuilder.Frame frame(
      TrackedInteraction tracked, OpenInteraction now, CustomerMatch customerMatch) {
    CardTiming cardTiming =
        new CardTiming(now.receivedAt(), Optional.of(clock.instant()), Optional.empty());
    return new CardBuilder.Frame(
        Optional.of(tracked.interaction()), customerMatch, cardTiming, tracked.handover());
  }

  private Optional<Card> last(TrackedInteraction tracked) {
    return traced.desk().card(tracked.interaction().id());
  }
}
