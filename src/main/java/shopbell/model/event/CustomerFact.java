package shopbell.model.event;

import shopbell.model.CustomerRef;

/** An event in the life of one customer, who is named by the sender's reference. */
public sealed interface CustomerFact extends Inbound
    permits ContactRecord, FeedbackRecord, OrderRecord, TicketRecord, TouchpointRecord {
  /** The customer it is about. */
  CustomerRef customer();

  /** A copy that is about {@code who}. */
  CustomerFact about(CustomerRef who);
}
