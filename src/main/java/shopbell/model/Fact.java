package shopbell.model;

/** Something that happened to one customer, named as the sender knows that customer. */
public sealed interface Fact extends Inbound
    permits ContactRecord, FeedbackRecord, OrderRecord, TicketRecord, TouchpointRecord {
  /** Whom it is about. */
  CustomerRef customer();

  /** The same about {@code who}. */
  Fact about(CustomerRef who);
}
