package shopbell.store.records;

import static shopbell.store.sql.Columns.utc;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.json.Json;
import shopbell.model.ExternalId;
import shopbell.model.Handle;
import shopbell.model.event.ContactRecord;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionStep;
import shopbell.model.interaction.InteractionLifecycle;
import shopbell.model.interaction.TrackedInteraction;

/** Imported past calls and chats as rows of closed interactions. */
public final class PastContactRows {
  public static final String SQL = """
      insert into interaction (id, arrived_at, customer, channel, direction, state, agents, rung, ended_at, cause,
        disposition, note, agent, course, reason, queue, found)
      values ($1, $2, coalesce($3, home($4::text || ':' || $5::text, $2)), $6, $7, 'closed', $8, $8, $9, $10, $11,
        $12, $13, $14::text::jsonb, $15, $16, coalesce($3, home($4::text || ':' || $5::text, $2)))
      on conflict (id, arrived_at) do update set disposition = excluded.disposition, note = excluded.note,
        agent = excluded.agent, reason = excluded.reason, customer = coalesce(excluded.customer, interaction.customer),
        found = coalesce(excluded.found, interaction.found)
      returning customer
      """;

  private PastContactRows() {}

  /** The row of an imported contact, with the state that its events lead to. */
  public static Tuple row(ContactRecord contact) {
    TrackedInteraction tracked = course(contact);
    String[] agents = contact.agent().stream().toArray(String[]::new);
    Optional<Handle> handle = contact.customer().handle();
    return Tuple.tuple()
        .addUUID(tracked.interaction().id())
        .addOffsetDateTime(utc(contact.at()))
        .addUUID(contact.customer().id().map(ExternalId::uuid).orElse(null))
        .addString(handle.map(h -> h.kind().toString()).orElse(null))
        .addString(handle.map(Handle::value).orElse(null))
        .addString(contact.channel().toString())
        .addString(contact.direction().toString())
        .addArrayOfString(agents)
        .addOffsetDateTime(utc(contact.endedAt()))
        .addString(contact.cause().toString())
        .addString(contact.disposition().orElse(null))
        .addString(contact.note().orElse(null))
        .addString(contact.agent().orElse(null))
        .addString(Json.write(tracked))
        .addString(contact.reason().orElse(null))
        .addString(contact.queue().orElse(null));
  }

  private static TrackedInteraction course(ContactRecord contact) {
    TrackedInteraction begun =
        InteractionLifecycle.begin(contact.id().system(), begun(contact), contact.at());
    return InteractionLifecycle.wrappedUp(
        InteractionLifecycle.after(begun, ended(contact)), contact.endedAt());
  }

  private static InteractionEvent begun(ContactRecord contact) {
    return new InteractionEvent(
        contact.key(),
        contact.at(),
        InteractionStep.QUEUED,
        contact.id().id(),
        Optional.of(contact.channel()),
        Optional.of(contact.direction()),
        Optional.empty(),
        Optional.empty(),
        contact.queue(),
        List.of(),
        Optional.empty(),
        List.of(),
        Map.of(),
        Optional.empty());
  }

  private static InteractionEvent ended(ContactRecord contact) {
    return new InteractionEvent(
        contact.key(),
        contact.endedAt(),
        InteractionStep.ENDED,
        contact.id().id(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(contact.cause()),
        List.of(),
        Map.of(),
        Optional.empty());
  }
}
