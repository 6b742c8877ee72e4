package shopbell;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import shopbell.card.SummaryStore;
import shopbell.desk.Desk;
import shopbell.identity.Identifier;
import shopbell.insight.CardBuild;
import shopbell.model.Card;
import shopbell.model.Course;
import shopbell.model.Summary;
import shopbell.tracing.TraceStep;
import shopbell.tracing.Tracing;

/** The rooms between what is kept and the desk; what is done in each is a span of the arrival's trace. */
record TracedRooms(
    Identifier identifier, SummaryStore summaries, CardBuild insight, Desk desk, Tracing tracing) {
  /** See {@link Identifier#identify}. */
  Future<Identifier.Found> identify(Course course, Instant now) {
    return tracing.during(
        TraceStep.IDENTIFY, course.interaction().id(), () -> identifier.identify(course, now));
  }

  /** See {@link SummaryStore#of}. */
  Future<Summary> summary(Course course, UUID customer, Instant now) {
    return tracing.during(
        TraceStep.SUMMARY, course.interaction().id(), () -> summaries.of(customer, now));
  }

  Card build(Course course, Function<CardBuild, Card> how) {
    return tracing.at(TraceStep.BUILD, course.interaction().id(), () -> how.apply(insight));
  }

  /** See {@link Desk#put}. */
  void push(Course course, Card card) {
    tracing.push(course.interaction().id(), () -> desk.put(course, card));
  }
}
