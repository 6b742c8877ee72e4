package shopbell.card;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.card.content.CardBuilder;
import shopbell.card.content.CustomerInsight;
import shopbell.interaction.OpenInteraction;
import shopbell.metrics.Meters;
import shopbell.model.card.Card;
import shopbell.model.card.CardTiming;
import shopbell.model.card.SourceState;
import shopbell.model.customer.Customer;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.customer.MatchStatus;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.sources.UnknownCallerSearch;

/**
 * Builds the card of an interaction: from what was loaded, or from the interaction and the last card alone. Reads nothing.
 * Thread-safe.
 */
final class InteractionCards {
  private final CardParts parts;
  private final Meters meters;
  private final InstantSource clock;

  InteractionCards(CardParts parts, Meters meters, InstantSource clock) {
    this.parts = parts;
    this.meters = meters;
    this.clock = clock;
  }

  /** The card with all that was loaded, and the actions chosen from it. */
  Future<Card> whole(
      TrackedInteraction tracked, OpenInteraction now, LoadedCustomer loadedCustomer) {
    CustomerMatch customerMatch = loadedCustomer.found().match();
    if (now.match().isEmpty()) {
      meters.identified(customerMatch.status().toString());
    }
    if (customerMatch.by().isPresent()) {
      parts.sources().callers().met(tracked.interaction().id());
    }
    return loadedCustomer
        .about()
        .map(about -> parts
            .decisions()
            .decided(ofCustomer(customerMatch, about, tracked, now), about.person()))
        .orElseGet(() -> Future.succeededFuture(unknownCaller(customerMatch, tracked, now)));
  }

  private Card ofCustomer(
      CustomerMatch customerMatch,
      LoadedCustomer.About about,
      TrackedInteraction tracked,
      OpenInteraction now) {
    UUID customer = about.summary().customer().id();
    CustomerMatch survivor = customerMatch.about(customer);
    parts.open().update(tracked.interaction().id(), shown -> shown.matched(survivor));
    CardBuilder.Frame frame = frame(tracked, now, survivor);
    return parts
        .steps()
        .build(tracked, build -> {
          CustomerInsight customerInsight = build.insight(frame, about.summary(), clock.instant());
          parts.listener().built(customer, customerInsight);
          return customerInsight.card(about.took());
        })
        .besides(about.others());
  }

  /** Several customers are possible, or none has a handle of the caller; only then are other systems asked. */
  private Card unknownCaller(
      CustomerMatch customerMatch, TrackedInteraction tracked, OpenInteraction now) {
    UnknownCallerSearch callers = parts.sources().callers();
    UUID id = tracked.interaction().id();
    if (customerMatch.status() != MatchStatus.UNKNOWN) {
      return interactionOnly(tracked, now, customerMatch, SourceState.FRESH);
    }
    TrackedInteraction whole = parts.withParent(tracked);
    CustomerMatch found = callers.onto(whole, parts.matcher().handles(whole), customerMatch);
    parts.open().update(id, shown -> shown.matched(found));
    return interactionOnly(tracked, now, found, SourceState.FRESH).besides(callers.states(id));
  }

  /** The last card for the new state of the interaction, if the customer is the same; all other parts keep their time. */
  Optional<Card> updated(TrackedInteraction tracked, OpenInteraction now) {
    Optional<Card> last = now.sameCaller() ? last(tracked) : Optional.empty();
    return last.map(card -> updated(tracked, now, card)
        .besides(card.customer()
            .map(Customer::id)
            .map(parts.sources().sources()::states)
            .orElseGet(
                () -> parts.sources().callers().states(tracked.interaction().id()))));
  }

  private Card updated(TrackedInteraction tracked, OpenInteraction now, Card last) {
    return parts.steps().build(tracked, b -> b.updated(last, frame(tracked, now, last.match())));
  }

  /** The card until the store has answered. */
  Card early(TrackedInteraction tracked, OpenInteraction now) {
    return last(tracked)
        .map(last -> updated(tracked, now, last))
        .orElseGet(() -> withoutCustomer(tracked, now, SourceState.LATE));
  }

  /** The card if the store does not answer, or its answer cannot be read. */
  Card failed(TrackedInteraction tracked, OpenInteraction now) {
    return last(tracked)
        .filter(last -> last.customer().isPresent())
        .map(last ->
            parts.steps().build(tracked, b -> b.stale(last, frame(tracked, now, last.match()))))
        .orElseGet(() -> withoutCustomer(tracked, now, SourceState.FAILED));
  }

  /** The card of an interaction that is over: no agent sees its content. */
  Card closed(TrackedInteraction tracked, OpenInteraction now) {
    return withoutCustomer(tracked, now, SourceState.FRESH);
  }

  private Card withoutCustomer(TrackedInteraction tracked, OpenInteraction now, SourceState store) {
    return interactionOnly(tracked, now, CustomerMatch.unknown(List.of()), store);
  }

  private Card interactionOnly(
      TrackedInteraction tracked,
      OpenInteraction now,
      CustomerMatch customerMatch,
      SourceState store) {
    CardBuilder.Frame frame = frame(tracked, now, customerMatch);
    return parts
        .steps()
        .build(
            tracked, b -> b.interactionOnly(frame, tracked.attributes(), store, clock.instant()));
  }

  /** What every card of {@code tracked} begins with. */
  private CardBuilder.Frame frame(
      TrackedInteraction tracked, OpenInteraction now, CustomerMatch customerMatch) {
    CardTiming cardTiming =
        new CardTiming(now.receivedAt(), Optional.of(clock.instant()), Optional.empty());
    return new CardBuilder.Frame(
        Optional.of(tracked.interaction()), customerMatch, cardTiming, tracked.handover());
  }

  private Optional<Card> last(TrackedInteraction tracked) {
    return parts.desk().card(tracked.interaction().id());
  }
}
