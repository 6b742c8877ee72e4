package shopbell.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import shopbell.model.Cause;
import shopbell.model.Channel;
import shopbell.model.ContactRecord;
import shopbell.model.CustomerKind;
import shopbell.model.CustomerRecord;
import shopbell.model.CustomerRef;
import shopbell.model.Direction;
import shopbell.model.ExternalId;
import shopbell.model.FeedbackKind;
import shopbell.model.FeedbackRecord;
import shopbell.model.Inbound;
import shopbell.model.Money;
import shopbell.model.NoticeRecord;
import shopbell.model.OrderRecord;
import shopbell.model.Priority;
import shopbell.model.Severity;
import shopbell.model.ShipmentRecord;
import shopbell.model.TicketRecord;
import shopbell.model.TicketStatus;
import shopbell.model.TouchpointRecord;

/** The types that tell of customers, and of what they bought, asked and said. */
final class Records {
  private static final int SHORT = 100;
  private static final int ID = 200;
  private static final int LONG = 2_000;

  private Records() {}

  static Inbound customer(Envelope envelope, Fields data) {
    return new CustomerRecord(
        envelope.key(),
        envelope.time(),
        id(data),
        data.word("kind", CustomerKind.class).orElse(CustomerKind.PERSON),
        data.text("name", 500),
        Vocabulary.handles(data),
        data.objects(
            "organizations",
            o -> new CustomerRecord.Membership(
                o.text("id", ID), o.optional("role", SHORT).orElse(""))),
        date(data, "since"),
        data.optional("locale", SHORT),
        data.optional("tier", SHORT),
        data.optional("owner", ID),
        data.map("cues"),
        data.map("attributes"));
  }

  static Inbound order(Envelope envelope, Fields data) {
    Fields total = data.object("total")
        .orElseThrow(() -> data.refuse("total", "is required: {amount, currency}"));
    BigDecimal amount =
        total.decimal("amount").orElseThrow(() -> total.refuse("amount", "is required"));
    return new OrderRecord(
        envelope.key(),
        envelope.time(),
        id(data),
        who(data),
        data.instant("placedAt").orElse(envelope.time()),
        new Money(amount, total.text("currency", SHORT)),
        data.decimal("margin"),
        data.optional("status", SHORT).orElse("placed"),
        data.texts("items", 500),
        data.optional("url", LONG));
  }

  static Inbound shipment(Envelope envelope, Fields data) {
    return new ShipmentRecord(
        envelope.key(),
        envelope.time(),
        id(data),
        data.text("order", ID),
        data.instant("promisedAt"),
        data.instant("expectedAt"),
        data.optional("status", SHORT).orElse("sent"),
        data.objects("events", Records::scan),
        data.optional("exception", 500),
        data.optional("url", LONG));
  }

  private static ShipmentRecord.Scan scan(Fields scan) {
    return new ShipmentRecord.Scan(
        scan.instant("at").orElseThrow(() -> scan.refuse("at", "is required")),
        scan.optional("code", SHORT).orElse(""),
        scan.optional("text", 500).orElse(""));
  }

  static Inbound ticket(Envelope envelope, Fields data) {
    return new TicketRecord(
        envelope.key(),
        envelope.time(),
        id(data),
        who(data),
        data.text("subject", 1_000),
        data.word("status", TicketStatus.class).orElse(TicketStatus.OPEN),
        data.word("priority", Priority.class).orElse(Priority.NORMAL),
        data.instant("openedAt").orElse(envelope.time()),
        data.instant("updatedAt").orElse(envelope.time()),
        data.instant("dueAt"),
        data.instant("closedAt"),
        data.optional("owner", ID),
        data.optional("url", LONG));
  }

  static Inbound feedback(Envelope envelope, Fields data) {
    return new FeedbackRecord(
        envelope.key(),
        envelope.time(),
        id(data),
        who(data),
        data.word("kind", FeedbackKind.class)
            .orElseThrow(() -> data.refuse("kind", "is nps, csat or ces")),
        data.integer("score").orElseThrow(() -> data.refuse("score", "is required")),
        data.optional("comment", LONG * 2),
        data.optional("interaction", ID));
  }

  static Inbound touchpoint(Envelope envelope, Fields data) {
    CustomerRef who = data.has("handle")
        ? new CustomerRef(Optional.empty(), data.object("handle").map(Vocabulary::handle))
        : who(data);
    return new TouchpointRecord(
        envelope.key(),
        envelope.time(),
        data.optional("id", ID).orElse(envelope.key()),
        who,
        data.optional("channel", SHORT).orElse("web"),
        data.text("name", 200),
        data.map("properties"),
        data.optional("outcome", SHORT));
  }

  /** A call or chat of the past; it began at {@code startedAt}, and ended then too when nothing else is said. */
  static Inbound contact(Envelope envelope, Fields data) {
    Instant startedAt = data.instant("startedAt").orElse(envelope.time());
    return new ContactRecord(
        envelope.key(),
        startedAt,
        new ExternalId(data.text("system", SHORT), data.text("interaction", ID)),
        who(data),
        data.word("channel", Channel.class).orElse(Channel.CALL),
        data.word("direction", Direction.class).orElse(Direction.IN),
        data.instant("endedAt").orElse(startedAt),
        data.word("cause", Cause.class).orElse(Cause.COMPLETED),
        data.optional("queue", ID),
        data.optional("agent", ID),
        data.optional("disposition", SHORT),
        data.optional("reason", SHORT),
        data.optional("note", 10_000));
  }

  static Inbound notice(Envelope envelope, Fields data, boolean cleared) {
    return new NoticeRecord(
        envelope.key(),
        envelope.time(),
        data.text("id", ID),
        cleared,
        data.word("severity", Severity.class).orElse(Severity.INFO),
        data.optional("text", LONG).orElse(""),
        data.map("appliesTo"));
  }

  private static ExternalId id(Fields data) {
    return new ExternalId(data.text("system", SHORT), data.text("id", ID));
  }

  /** {@code customer} is {system, id}, or any handle {kind, value}. */
  private static CustomerRef who(Fields data) {
    Fields who = data.object("customer")
        .orElseThrow(
            () -> data.refuse("customer", "is required: {system, id} or a handle {kind, value}"));
    return who.has("kind")
        ? new CustomerRef(Optional.empty(), Optional.of(Vocabulary.handle(who)))
        : new CustomerRef(Optional.of(id(who)), Optional.empty());
  }

  private static Optional<LocalDate> date(Fields data, String name) {
    try {
      return data.optional(name, 40)
          .map(text -> LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
    } catch (DateTimeException e) {
      throw data.refuse(name, "is a date such as 2019-04-01");
    }
  }
}
