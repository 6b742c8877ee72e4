package shopbell;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import shopbell.context.Summaries;
import shopbell.desk.Desk;
import shopbell.identity.Identifier;
import shopbell.insight.CardBuild;
import shopbell.model.Card;
import shopbell.model.Course;
import shopbell.model.Summary;
import shopbell.tracing.Room;
import shopbell.tracing.Tracing;

/** The rooms between what is kept and the desk; what is done in each is a span of the arrival's trace. */
record TracedRooms(
    Identifier identifier, Summaries summaries, CardBuild insight, Desk desk, Tracing tracing) {
  /** See {@link Identifier#identify}. */
  Future<Identifier.Found> identify(Course course, Instant now) {
    return tracing.during(
        Room.IDENTIFY, course.interaction().id(), () -> identifier.identify(course, now));
  }

  /** See {@link Summaries#of}. */
  Future<Summary> summary(Course course, UUID customer, Instant now) {
    return tracing.during(
        Room.SUMMARY, course.interaction().id(), () -> summaries.of(customer, now));
  }

  Card build(Course course, Function<CardBuild, Card> how) {
    return tracing.at(Room.BUILD, course.interaction().id(), () -> how.apply(insight));
  }

  /** See {@link Desk#put}. */
  void push(Course course, Card card) {
    tracing.push(course.interaction().id(), () -> desk.put(course, card));
  }
}
