package shopbell.model.event;

import shopbell.model.CustomerRef;

/** Something that happened to one customer, named as the sender knows that customer. */
public sealed interface CustomerFact extends Inbound
    permits ContactRecord, FeedbackRecord, OrderRecord, TicketRecord, TouchpointRecord {
  /** Whom it is about. */
  CustomerRef customer();

  /** The same about {@code who}. */
  CustomerFact about(CustomerRef who);
}
