package shopbell.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import shopbell.model.Channel;
import shopbell.model.CustomerDetails;
import shopbell.model.CustomerKind;
import shopbell.model.CustomerRef;
import shopbell.model.Direction;
import shopbell.model.ExternalId;
import shopbell.model.FeedbackKind;
import shopbell.model.Money;
import shopbell.model.Priority;
import shopbell.model.Severity;
import shopbell.model.TicketStatus;
import shopbell.model.event.ContactRecord;
import shopbell.model.event.CustomerRecord;
import shopbell.model.event.EndCause;
import shopbell.model.event.FeedbackRecord;
import shopbell.model.event.Inbound;
import shopbell.model.event.NoticeRecord;
import shopbell.model.event.OrderRecord;
import shopbell.model.event.ShipmentRecord;
import shopbell.model.event.TicketRecord;
import shopbell.model.event.TouchpointRecord;

/** Parsers for customer records, and for their orders, tickets, contacts and other facts. */
final class RecordParsers {
  private static final int SHORT = 100;
  private static final int ID = 200;
  private static final int LONG = 2_000;

  private RecordParsers() {}

  static Inbound customer(EventEnvelope eventEnvelope, JsonFields data) {
    return new CustomerRecord(
        eventEnvelope.key(),
        eventEnvelope.time(),
        id(data),
        data.word("kind", CustomerKind.class).orElse(CustomerKind.PERSON),
        data.text("name", 500),
        EventParsers.handles(data),
        data.objects(
            "organizations",
            o -> new CustomerRecord.CompanyMembership(
                o.text("id", ID), o.optional("role", SHORT).orElse(""))),
        details(data),
        data.map("cues"),
        data.map("attributes"));
  }

  private static CustomerDetails details(JsonFields data) {
    return new CustomerDetails(
        data.optional("locale", SHORT),
        date(data, "since"),
        data.optional("tier", SHORT),
        data.optional("owner", ID),
        timeZone(data));
  }

  /** Browsers know the exact names only, so others are refused. */
  private static Optional<String> timeZone(JsonFields data) {
    Optional<String> name = data.optional("timeZone", SHORT);
    if (name.isPresent() && !ZoneId.getAvailableZoneIds().contains(name.get())) {
      throw data.refuse("timeZone", "is the IANA name of a time zone, such as Europe/Lisbon");
    }
    return name;
  }

  static Inbound order(EventEnvelope eventEnvelope, JsonFields data) {
    JsonFields total = data.object("total")
        .orElseThrow(() -> data.refuse("total", "is required: {amount, currency}"));
    BigDecimal amount =
        total.decimal("amount").orElseThrow(() -> total.refuse("amount", "is required"));
    return new OrderRecord(
        eventEnvelope.key(),
        eventEnvelope.time(),
        id(data),
        who(data),
        data.instant("placedAt").orElse(eventEnvelope.time()),
        new Money(amount, total.text("currency", SHORT)),
        data.decimal("margin"),
        data.optional("status", SHORT).orElse("placed"),
        data.texts("items", 500),
        data.optional("url", LONG));
  }

  static Inbound shipment(EventEnvelope eventEnvelope, JsonFields data) {
    return new ShipmentRecord(
        eventEnvelope.key(),
        eventEnvelope.time(),
        id(data),
        data.text("order", ID),
        data.instant("promisedAt"),
        data.instant("expectedAt"),
        data.optional("status", SHORT).orElse("sent"),
        data.objects("events", RecordParsers::scan),
        data.optional("exception", 500),
        data.optional("url", LONG));
  }

  private static ShipmentRecord.Scan scan(JsonFields scan) {
    return new ShipmentRecord.Scan(
        scan.instant("at").orElseThrow(() -> scan.refuse("at", "is required")),
        scan.optional("code", SHORT).orElse(""),
        scan.optional("text", 500).orElse(""));
  }

  static Inbound ticket(EventEnvelope eventEnvelope, JsonFields data) {
    return new TicketRecord(
        eventEnvelope.key(),
        eventEnvelope.time(),
        id(data),
        who(data),
        data.text("subject", 1_000),
        data.word("status", TicketStatus.class).orElse(TicketStatus.OPEN),
        data.word("priority", Priority.class).orElse(Priority.NORMAL),
        data.instant("openedAt").orElse(eventEnvelope.time()),
        data.instant("updatedAt").orElse(eventEnvelope.time()),
        data.instant("dueAt"),
        data.instant("closedAt"),
        data.optional("owner", ID),
        data.optional("url", LONG));
  }

  static Inbound feedback(EventEnvelope eventEnvelope, JsonFields data) {
    return new FeedbackRecord(
        eventEnvelope.key(),
        eventEnvelope.time(),
        id(data),
        who(data),
        data.word("kind", FeedbackKind.class)
            .orElseThrow(() -> data.refuse("kind", "is nps, csat or ces")),
        data.integer("score").orElseThrow(() -> data.refuse("score", "is required")),
        data.optional("comment", LONG * 2),
        data.optional("interaction", ID));
  }

  static Inbound touchpoint(EventEnvelope eventEnvelope, JsonFields data) {
    CustomerRef who = data.has("handle")
        ? new CustomerRef(Optional.empty(), data.object("handle").map(EventParsers::handle))
        : who(data);
    return new TouchpointRecord(
        eventEnvelope.key(),
        eventEnvelope.time(),
        data.optional("id", ID).orElse(eventEnvelope.key()),
        who,
        data.optional("channel", SHORT).orElse("web"),
        data.text("name", 200),
        data.map("properties"),
        data.optional("outcome", SHORT));
  }

  /** A past call or chat; it began at {@code startedAt}, and ended then too by default. */
  static Inbound contact(EventEnvelope eventEnvelope, JsonFields data) {
    Instant startedAt = data.instant("startedAt").orElse(eventEnvelope.time());
    return new ContactRecord(
        eventEnvelope.key(),
        startedAt,
        new ExternalId(data.text("system", SHORT), data.text("interaction", ID)),
        who(data),
        data.word("channel", Channel.class).orElse(Channel.CALL),
        data.word("direction", Direction.class).orElse(Direction.IN),
        data.instant("endedAt").orElse(startedAt),
        data.word("cause", EndCause.class).orElse(EndCause.COMPLETED),
        data.optional("queue", ID),
        data.optional("agent", ID),
        data.optional("disposition", SHORT),
        data.optional("reason", SHORT),
        data.optional("note", 10_000));
  }

  static Inbound notice(EventEnvelope eventEnvelope, JsonFields data, boolean cleared) {
    return new NoticeRecord(
        eventEnvelope.key(),
        eventEnvelope.time(),
        data.text("id", ID),
        cleared,
        data.word("severity", Severity.class).orElse(Severity.INFO),
        data.optional("text", LONG).orElse(""),
        data.map("appliesTo"));
  }

  private static ExternalId id(JsonFields data) {
    return new ExternalId(data.text("system", SHORT), data.text("id", ID));
  }

  /** {@code customer} is {system, id}, or any handle {kind, value}. */
  private static CustomerRef who(JsonFields data) {
    JsonFields who = data.object("customer")
        .orElseThrow(
            () -> data.refuse("customer", "is required: {system, id} or a handle {kind, value}"));
    return who.has("kind")
        ? new CustomerRef(Optional.empty(), Optional.of(EventParsers.handle(who)))
        : new CustomerRef(Optional.of(id(who)), Optional.empty());
  }

  private static Optional<LocalDate> date(JsonFields data, String name) {
    try {
      return data.optional(name, 40)
          .map(text -> LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
    } catch (DateTimeException e) {
      throw data.refuse(name, "is a date such as 2019-04-01");
    }
  }
}
