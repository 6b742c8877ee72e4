package shopbell.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.CustomerKind;
import shopbell.model.HandleKind;

/**
 * The evidence that a customer is the owner of a handle.
 *
 * @param customer the surviving record of the person
 * @param record the record of the person that has the handle; a contact by it belongs to that record
 */
public record HandleEvidence(
    UUID customer, UUID record, String name, CustomerKind kind, Hold hold, Ties ties) {
  /**
   * How the customer has the handle.
   *
   * @param verified proven by the customer before, or in this contact
   * @param claimed sent by a page with a write key alone, and by no trusted system
   * @param shared marked as used by several people
   * @param block matched by a company's number block, not by the whole number
   * @param holders how many persons have it, this one included
   * @param chosen how often an agent has chosen this customer for this handle
   * @param calls how often this customer was talked to from this very number, within the last 50 contacts
   * @param lastCallAt the last of these calls
   * @param firstSeen since when the customer has it
   */
  public record Hold(
      HandleKind by,
      String value,
      boolean verified,
      boolean claimed,
      boolean shared,
      boolean block,
      int holders,
      int chosen,
      int calls,
      Optional<Instant> lastCallAt,
      Instant firstSeen) {
    /** A copy that is proven in this contact. */
    Hold proven() {
      return new Hold(
          by, value, true, false, shared, block, holders, chosen, calls, lastCallAt, firstSeen);
    }
  }

  /**
   * The activity that makes a contact likely now.
   *
   * @param contacts of the last 50 on any channel
   * @param activeAt the last contact, order or request, or since when the handle is known
   * @param parcelToday a delivery failed in the last 24 hours
   */
  public record Ties(
      int contacts,
      Optional<Instant> lastContactAt,
      Instant activeAt,
      int openTickets,
      boolean parcelTrouble,
      boolean parcelToday,
      Optional<Instant> abandonedCheckoutAt) {}

  /** A copy that is proven in this contact. */
  HandleEvidence proven() {
    return new HandleEvidence(customer, record, name, kind, hold.proven(), ties);
  }
}
