package shopbell.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.CustomerKind;
import shopbell.model.HandleKind;

/**
 * Why a customer could be the one behind a handle.
 *
 * @param verified proven by the customer before
 * @param shared marked as used by several people, or held by {@code holders} > 1 customers
 * @param block matched by a company's number block, not by the whole number
 * @param chosen how often an agent has said "this is who it is" on this handle
 * @param contacts how often this customer came by this handle
 */
public record Evidence(
    UUID customer,
    String name,
    CustomerKind kind,
    HandleKind by,
    boolean verified,
    boolean shared,
    boolean block,
    int holders,
    int chosen,
    int contacts,
    Optional<Instant> lastContactAt,
    int openTickets,
    boolean parcelTrouble,
    Optional<Instant> abandonedCheckoutAt) {
  /** The same, proven in this contact. */
  Evidence proven() {
    return new Evidence(
        customer,
        name,
        kind,
        by,
        true,
        shared,
        block,
        holders,
        chosen,
        contacts,
        lastContactAt,
        openTickets,
        parcelTrouble,
        abandonedCheckoutAt);
  }
}
