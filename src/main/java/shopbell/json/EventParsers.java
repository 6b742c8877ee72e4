package shopbell.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Rejected;
import shopbell.model.event.EndCause;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionMessage;
import shopbell.model.event.InteractionStep;
import shopbell.model.event.MessageAuthor;
import shopbell.model.event.MessageChange;

/** Parses the types of the native vocabulary; {@code /schemas} has the JSON Schema of each. */
public final class EventParsers {
  private static final String INTERACTION = "shopbell.interaction.";
  private static final int LONGEST = 500;
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_NAME = 200;

  private static final Map<String, BiFunction<EventEnvelope, JsonFields, Inbound>> TYPES =
      Map.ofEntries(
          step(InteractionStep.QUEUED),
          step(InteractionStep.RINGING),
          step(InteractionStep.WITHDRAWN),
          step(InteractionStep.ANSWERED),
          step(InteractionStep.HELD),
          step(InteractionStep.RESUMED),
          step(InteractionStep.TRANSFERRED),
          step(InteractionStep.ENDED),
          Map.entry(INTERACTION + "message", EventParsers::message),
          Map.entry(INTERACTION + "recorded", RecordParsers::contact),
          Map.entry("shopbell.customer.upserted", RecordParsers::customer),
          Map.entry("shopbell.order.upserted", RecordParsers::order),
          Map.entry("shopbell.shipment.upserted", RecordParsers::shipment),
          Map.entry("shopbell.ticket.upserted", RecordParsers::ticket),
          Map.entry("shopbell.feedback.given", RecordParsers::feedback),
          Map.entry("shopbell.touchpoint", RecordParsers::touchpoint),
          Map.entry("shopbell.notice.raised", (e, data) -> RecordParsers.notice(e, data, false)),
          Map.entry("shopbell.notice.cleared", (e, data) -> RecordParsers.notice(e, data, true)));

  private EventParsers() {}

  /** All types, in no order. */
  public static List<String> types() {
    return List.copyOf(TYPES.keySet());
  }

  /**
   * Parses the {@code data} of one event; {@code base} is the event's JSON Pointer in the whole document.
   *
   * @throws Rejected that names the invalid field, or the type when it is unknown
   */
  public static Inbound read(EventEnvelope eventEnvelope, JsonFields data, String base) {
    BiFunction<EventEnvelope, JsonFields, Inbound> reader = TYPES.get(eventEnvelope.type());
    if (reader == null) {
      throw Rejected.field(
          base + "/type", "is none of the known types; the schemas are listed at /schemas/");
    }
    return reader.apply(eventEnvelope, data);
  }

  private static Map.Entry<String, BiFunction<EventEnvelope, JsonFields, Inbound>> step(
      InteractionStep interactionStep) {
    return Map.entry(
        INTERACTION + interactionStep,
        (eventEnvelope, data) -> event(eventEnvelope, data, interactionStep));
  }

  private static Inbound event(
      EventEnvelope eventEnvelope, JsonFields data, InteractionStep interactionStep) {
    InteractionEvent event = new InteractionEvent(
        eventEnvelope.key(),
        eventEnvelope.time(),
        interactionStep,
        data.text("interaction", LONGEST_NAME),
        data.word("channel", Channel.class),
        data.word("direction", Direction.class),
        data.optional("from", LONGEST),
        data.optional("to", LONGEST),
        data.optional("queue", LONGEST_NAME),
        data.texts("agents", LONGEST_NAME),
        data.word("cause", EndCause.class),
        handles(data),
        data.map("attributes"),
        data.optional("parent", LONGEST_NAME));
    return event.called(data.optional("displayName", LONGEST).or(event::displayName));
  }

  private static Inbound message(EventEnvelope eventEnvelope, JsonFields data) {
    Instant at = eventEnvelope.time();
    return new InteractionMessage(
        eventEnvelope.key(),
        at,
        data.text("interaction", LONGEST_NAME),
        data.optional("messageId", LONGEST).orElse(eventEnvelope.id()),
        data.word("author", MessageAuthor.class).orElse(MessageAuthor.CUSTOMER),
        data.exact("text", LONGEST_TEXT).orElse(""),
        change(data));
  }

  private static MessageChange change(JsonFields data) {
    if (data.flag("deleted")) {
      return MessageChange.DELETED;
    }
    return data.flag("edited") ? MessageChange.EDITED : MessageChange.SENT;
  }

  /** {@code handles[]}; a star at the end of a phone marks a company's number block. */
  static List<Handle> handles(JsonFields data) {
    return new ArrayList<>(data.objects("handles", EventParsers::handle));
  }

  static Handle handle(JsonFields handle) {
    Optional<HandleKind> kind = handle.word("kind", HandleKind.class);
    return new Handle(
        kind.orElseThrow(() -> handle.refuse("kind", "is required")),
        handle.text("value", 320),
        handle.flag("verified"),
        handle.flag("shared"));
  }
}
