package shopbell.store.card;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import shopbell.model.FeedbackKind;
import shopbell.model.Priority;
import shopbell.model.customer.ContactHistory;
import shopbell.model.customer.Journey.Item;
import shopbell.model.customer.Satisfaction;
import shopbell.model.customer.Shipment;
import shopbell.model.customer.Tickets.Ticket;
import shopbell.model.event.EndCause;

/** The events of a customer as steps of the journey, worded as {@code timeline.sql} words them. */
final class TimelineSteps {
  static final Comparator<Item> NEWEST =
      Comparator.comparing(Item::at).reversed().thenComparing(Item::id);

  private static final int MOST_OF_A_KIND = 30;
  private static final int UNHAPPY_NPS = 6;
  private static final int UNHAPPY = 2;

  /** A parcel, and when its last event was. */
  record Parcel(Instant updatedAt, Shipment shipment) {}

  /** A feedback answer, and the system that collected it. */
  record Opinion(UUID id, String system, Satisfaction.SurveyAnswer answer) {}

  /** The channel, kind, name and source of a step. */
  private record Way(String channel, String kind, String name, String source) {}

  private TimelineSteps() {}

  /** A row that has the columns of a step. */
  static Item of(Row row) {
    return step(
        row.getUUID("id"),
        row.getOffsetDateTime("at").toInstant(),
        new Way(
            row.getString("channel"),
            row.getString("part"),
            row.getString("name"),
            row.getString("source")),
        row.getString("text"),
        Optional.ofNullable(row.getString("friction")));
  }

  /** Without future events, and at most 30 of a kind. */
  static <T> Stream<Item> of(List<T> things, Function<T, Item> step, Instant now) {
    return things.stream()
        .map(step)
        .filter(item -> !item.at().isAfter(now))
        .sorted(NEWEST)
        .limit(MOST_OF_A_KIND);
  }

  static Item of(Ticket ticket) {
    return step(
        ticket.id(),
        ticket.openedAt(),
        new Way("ticket", "ticket", "ticket.opened", ticket.system()),
        ticket.subject(),
        Optional.of("critical").filter(hurts -> ticket.priority() == Priority.CRITICAL));
  }

  static Item of(Opinion opinion) {
    Satisfaction.SurveyAnswer surveyAnswer = opinion.answer();
    int bad = surveyAnswer.kind() == FeedbackKind.NPS ? UNHAPPY_NPS : UNHAPPY;
    return step(
        opinion.id(),
        surveyAnswer.at(),
        new Way("survey", "feedback", "feedback." + surveyAnswer.kind(), opinion.system()),
        surveyAnswer.score()
            + surveyAnswer.comment().map(comment -> " · " + comment).orElse(""),
        Optional.of("unhappy").filter(hurts -> surveyAnswer.score() <= bad));
  }

  static Item of(ContactHistory.Contact contact) {
    EndCause endCause = contact.cause().orElse(EndCause.COMPLETED);
    String name = "contact." + (contact.over() ? endCause.toString() : "running");
    return step(
        contact.interaction(),
        contact.at(),
        new Way(contact.channel().toString(), "contact", name, "shopbell"),
        contact.note().or(contact::disposition).orElse(""),
        Optional.of(endCause.toString())
            .filter(hurts -> endCause == EndCause.ABANDONED || endCause == EndCause.MISSED));
  }

  /** A last event in the future is set to {@code now}. */
  static Item of(Parcel parcel, Instant now) {
    Shipment of = parcel.shipment();
    Instant heard = parcel.updatedAt().isAfter(now) ? now : parcel.updatedAt();
    Instant there = of.deliveredAt().or(of::expectedAt).orElse(now);
    boolean late = of.promisedAt().filter(there::isAfter).isPresent();
    return step(
        of.id(),
        of.deliveredAt().orElse(heard),
        new Way("parcel", "shipment", "shipment." + of.status(), of.system()),
        of.exception().orElse(of.number()),
        of.exception().isPresent()
            ? Optional.of("failed")
            : Optional.of("late").filter(hurts -> late));
  }

  private static Item step(UUID id, Instant at, Way way, String text, Optional<String> friction) {
    return new Item(
        id.toString(),
        at,
        way.channel(),
        way.kind(),
        way.name(),
        text,
        way.source(),
        friction,
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
