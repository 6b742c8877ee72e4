package shopbell.model.event;

import java.time.Instant;

/** A message received through a door, one subtype per type of the native vocabulary. */
public sealed interface Inbound
    permits InteractionEvent,
        InteractionMessage,
        CustomerRecord,
        ShipmentRecord,
        NoticeRecord,
        CustomerFact {
  /** Unique within its door; the same key again is the same event. */
  String key();

  /** When it happened, by the sender's clock. */
  Instant at();
}
