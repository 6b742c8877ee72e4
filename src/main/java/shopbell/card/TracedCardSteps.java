package shopbell.card;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import shopbell.card.content.CardBuilder;
import shopbell.desk.Desk;
import shopbell.identity.CustomerMatcher;
import shopbell.model.card.Card;
import shopbell.model.card.CustomerSummary;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.tracing.TraceStep;
import shopbell.tracing.Tracing;

/** The steps from the stored interaction to the desk, each as a span of the arrival's trace. */
public record TracedCardSteps(
    CustomerMatcher identifier,
    SummaryStore summaries,
    CardBuilder insight,
    Desk desk,
    Tracing tracing) {
  /** See {@link CustomerMatcher#identify}. */
  Future<CustomerMatcher.MatchResult> identify(TrackedInteraction tracked, Instant now) {
    return tracing.during(
        TraceStep.IDENTIFY, tracked.interaction().id(), () -> identifier.identify(tracked, now));
  }

  /** See {@link SummaryStore#of}. */
  Future<CustomerSummary> summary(TrackedInteraction tracked, UUID customer, Instant now) {
    return tracing.during(
        TraceStep.SUMMARY, tracked.interaction().id(), () -> summaries.of(customer, now));
  }

  Card build(TrackedInteraction tracked, Function<CardBuilder, Card> how) {
    return tracing.at(TraceStep.BUILD, tracked.interaction().id(), () -> how.apply(insight));
  }

  /** See {@link Desk#put}. */
  void push(TrackedInteraction tracked, Card card) {
    tracing.at(TraceStep.PUSH, tracked.interaction().id(), () -> {
      desk.put(tracked, card);
      return card;
    });
  }

  /** See {@link Tracing#last}. */
  void last(TrackedInteraction tracked, Runnable delivery) {
    tracing.last(tracked.interaction().id(), delivery);
  }
}
