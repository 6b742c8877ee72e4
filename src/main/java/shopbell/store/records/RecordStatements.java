package shopbell.store.records;

import static shopbell.store.sql.Columns.utc;

import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import shopbell.json.Json;
import shopbell.model.CustomerRef;
import shopbell.model.ExternalId;
import shopbell.model.Handle;
import shopbell.model.TicketStatus;
import shopbell.model.event.CustomerRecord;
import shopbell.model.event.FeedbackRecord;
import shopbell.model.event.NoticeRecord;
import shopbell.model.event.OrderRecord;
import shopbell.model.event.ShipmentRecord;
import shopbell.model.event.TicketRecord;
import shopbell.model.event.TouchpointRecord;

/**
 * One statement for each kind of record, and the row it takes.
 *
 * <p>A customer named by a handle is found when exactly one person has it; else the fact waits for such a person.
 */
public final class RecordStatements {
  /** The customer by id, else the one with handle $3 at the time of parameter {@code %s}; see {@code home} in V2. */
  private static final String WHO = "coalesce($2, home($3, $%d))";

  /** A newer version of a fact keeps its customer when its handle belongs to no customer. */
  private static final String NAMED = """
      customer = coalesce(excluded.customer, %1$s.customer),
        waits_for = case when excluded.customer is null and %1$s.customer is not null then %1$s.waits_for
          else excluded.waits_for end
      """.strip();

  public static final String CUSTOMER = """
      insert into customer (id, survivor, system, external_id, kind, name, since, locale, tier, owner, cues,
        attributes, updated_at, details)
      values ($1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11::text::jsonb, $12,
        jsonb_strip_nulls($13::text::jsonb - '{locale,since,tier,owner}'::text[]))
      on conflict (id) do update set kind = excluded.kind, name = excluded.name, since = excluded.since,
        locale = excluded.locale, tier = excluded.tier, owner = excluded.owner, cues = excluded.cues,
        attributes = excluded.attributes, updated_at = excluded.updated_at, details = excluded.details, examined = false
      where customer.updated_at <= excluded.updated_at
      returning id
      """;

  public static final String HANDLE = """
      insert into handle (kind, value, customer, source, verified, shared, block, first_seen, last_seen)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
      on conflict (kind, value, customer) do update set shared = excluded.shared, block = excluded.block, told = true,
        verified = excluded.verified or (handle.told and handle.verified),
        source = case when handle.told then handle.source else excluded.source end,
        first_seen = case when handle.told then handle.first_seen else excluded.first_seen end,
        last_seen = case when handle.told then greatest(handle.last_seen, excluded.last_seen) else excluded.last_seen end
      """;

  public static final String MEMBERSHIP =
      "insert into membership (person, company, role) values ($1, $2, $3) on conflict do nothing";

  public static final String ORDER = """
      insert into purchase (id, customer, waits_for, system, external_id, placed_at, amount, currency, margin, status,
        items, url, updated_at)
      values ($1, %s, $3, $4, $5, $6, $7, $8, $9, $10, $11::text::jsonb, $12, $13)
      on conflict (id) do update set %s,
        placed_at = excluded.placed_at, amount = excluded.amount, currency = excluded.currency,
        margin = excluded.margin, status = excluded.status, items = excluded.items, url = excluded.url,
        updated_at = excluded.updated_at
      where purchase.updated_at <= excluded.updated_at
      returning customer
      """.formatted(WHO.formatted(6), NAMED.formatted("purchase"));

  public static final String SHIPMENT = """
      insert into shipment (id, purchase, system, external_id, promised_at, expected_at, delivered_at, status, events,
        exception, url, updated_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10, $11, $12)
      on conflict (id) do update set promised_at = excluded.promised_at, expected_at = excluded.expected_at,
        delivered_at = excluded.delivered_at, status = excluded.status, events = excluded.events,
        exception = excluded.exception, url = excluded.url, updated_at = excluded.updated_at
      where shipment.updated_at <= excluded.updated_at
      returning (select customer from purchase where id = shipment.purchase)
      """;

  public static final String TICKET = """
      insert into ticket (id, customer, waits_for, system, external_id, subject, status, priority, opened_at,
        updated_at, due_at, closed_at, owner, url)
      values ($1, %s, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      on conflict (id) do update set %s,
        subject = excluded.subject, status = excluded.status, priority = excluded.priority,
        opened_at = excluded.opened_at, updated_at = excluded.updated_at, due_at = excluded.due_at,
        closed_at = excluded.closed_at, owner = excluded.owner, url = excluded.url
      where ticket.updated_at <= excluded.updated_at
      returning customer
      """.formatted(WHO.formatted(9), NAMED.formatted("ticket"));

  public static final String FEEDBACK = """
      insert into feedback (id, customer, waits_for, system, kind, score, comment, interaction, at)
      values ($1, %s, $3, $4, $5, $6, $7, $8, $9)
      on conflict (id) do nothing
      returning customer
      """.formatted(WHO.formatted(9));

  public static final String TOUCHPOINT = """
      insert into touchpoint (id, customer, waits_for, at, source, channel, name, properties, outcome)
      values ($1, %s, $3, $4, $5, $6, $7, $8::text::jsonb, $9)
      on conflict (id, at) do nothing
      returning customer
      """.formatted(WHO.formatted(4));

  static final String NOTICE = """
      insert into notice (id, severity, text, applies_to, at, cleared)
      values ($1, $2, $3, $4::text::jsonb, $5, $6)
      on conflict (id) do update set severity = excluded.severity, text = excluded.text,
        applies_to = excluded.applies_to, at = excluded.at, cleared = excluded.cleared
      where notice.at <= excluded.at
      returning null::uuid
      """;

  private RecordStatements() {}

  /** The key under which a fact waits for the customer with this handle. */
  public static String waiting(Handle handle) {
    return handle.kind() + ":" + handle.value();
  }

  /** The values of the customer statement, in its order. */
  public static Tuple customer(CustomerRecord c) {
    return Tuple.tuple()
        .addUUID(c.id().uuid())
        .addString(c.id().system())
        .addString(c.id().id())
        .addString(c.kind().toString())
        .addString(c.name())
        .addLocalDate(c.details().since().orElse(null))
        .addString(c.details().locale().orElse(null))
        .addString(c.details().tier().orElse(null))
        .addString(c.details().owner().orElse(null))
        .addString(Json.write(c.cues()))
        .addString(Json.write(c.attributes()))
        .addOffsetDateTime(utc(c.at()))
        .addString(Json.write(c.details()));
  }

  /** A phone that ends in {@code *} is the beginning of a company's number block. */
  public static Tuple handle(CustomerRecord customer, Handle handle) {
    boolean block = handle.value().endsWith("*");
    String value =
        block ? handle.value().substring(0, handle.value().length() - 1) : handle.value();
    return Tuple.tuple()
        .addString(handle.kind().toString())
        .addString(value)
        .addUUID(customer.id().uuid())
        .addString(customer.id().system())
        .addBoolean(handle.verified())
        .addBoolean(handle.shared())
        .addBoolean(block)
        .addOffsetDateTime(utc(customer.at()));
  }

  /** The values of the membership statement, in its order. */
  public static Tuple membership(
      CustomerRecord person, CustomerRecord.CompanyMembership companyMembership) {
    UUID company = new ExternalId(person.id().system(), companyMembership.id()).uuid();
    return Tuple.of(person.id().uuid(), company, companyMembership.role());
  }

  /** The values of the order statement, in its order. */
  public static Tuple order(OrderRecord o) {
    return fact(o.id().uuid(), o.customer())
        .addString(o.id().system())
        .addString(o.id().id())
        .addOffsetDateTime(utc(o.placedAt()))
        .addBigDecimal(o.total().amount())
        .addString(o.total().currency())
        .addBigDecimal(o.margin().orElse(null))
        .addString(o.status())
        .addString(Json.write(o.items()))
        .addString(o.url().orElse(null))
        .addOffsetDateTime(utc(o.at()));
  }

  /** The values of the shipment statement, in its order. */
  public static Tuple shipment(ShipmentRecord s) {
    Instant delivered = s.events().stream()
        .filter(scan -> scan.code().equals("delivered"))
        .map(ShipmentRecord.Scan::at)
        .findFirst()
        .orElse(s.status().equals("delivered") ? s.at() : null);
    return Tuple.tuple()
        .addUUID(s.id().uuid())
        .addUUID(new ExternalId(s.id().system(), s.order()).uuid())
        .addString(s.id().system())
        .addString(s.id().id())
        .addOffsetDateTime(utc(s.promisedAt()))
        .addOffsetDateTime(utc(s.expectedAt()))
        .addOffsetDateTime(delivered == null ? null : utc(delivered))
        .addString(s.status())
        .addString(Json.write(s.events()))
        .addString(s.exception().orElse(null))
        .addString(s.url().orElse(null))
        .addOffsetDateTime(utc(s.at()));
  }

  /** The values of the ticket statement, in its order. */
  public static Tuple ticket(TicketRecord t) {
    return fact(t.id().uuid(), t.customer())
        .addString(t.id().system())
        .addString(t.id().id())
        .addString(t.subject())
        .addString(t.status().toString())
        .addString(t.priority().toString())
        .addOffsetDateTime(utc(t.openedAt()))
        .addOffsetDateTime(utc(t.updatedAt()))
        .addOffsetDateTime(utc(t.dueAt()))
        .addOffsetDateTime(utc(t.closedAt()
            .or(() -> java.util.Optional.of(t.updatedAt())
                .filter(x -> t.status() == TicketStatus.CLOSED))))
        .addString(t.owner().orElse(null))
        .addString(t.url().orElse(null));
  }

  /** The values of the feedback statement, in its order. */
  public static Tuple feedback(FeedbackRecord f) {
    return fact(own(f.id().system(), f.id().id()), f.customer())
        .addString(f.id().system())
        .addString(f.kind().toString())
        .addInteger(f.score())
        .addString(f.comment().orElse(null))
        .addString(f.interaction().orElse(null))
        .addOffsetDateTime(utc(f.at()));
  }

  /** The values of the touchpoint statement, in its order. */
  public static Tuple touchpoint(String source, TouchpointRecord t) {
    return fact(own(source, t.id()), t.customer())
        .addOffsetDateTime(utc(t.at()))
        .addString(source)
        .addString(t.channel())
        .addString(t.name())
        .addString(Json.texts(t.properties()))
        .addString(t.outcome().orElse(null));
  }

  static Tuple notice(NoticeRecord n) {
    return Tuple.of(
        n.id(),
        n.severity().toString(),
        n.text(),
        Json.write(n.appliesTo()),
        utc(n.at()),
        n.cleared());
  }

  /** An id that is a URN of a UUID (RFC 9562, 4) is ours already: an export names records without another id so. */
  private static UUID own(String source, String id) {
    return id.startsWith("urn:uuid:")
            && id.matches("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? UUID.fromString(id.substring("urn:uuid:".length()))
        : UUID.nameUUIDFromBytes((source + "\n" + id).getBytes(StandardCharsets.UTF_8));
  }

  private static Tuple fact(UUID id, CustomerRef who) {
    return Tuple.tuple()
        .addUUID(id)
        .addUUID(who.id().map(ExternalId::uuid).orElse(null))
        .addString(who.handle().map(RecordStatements::waiting).orElse(null));
  }
}
