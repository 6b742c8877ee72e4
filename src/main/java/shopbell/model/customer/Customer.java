package shopbell.model.customer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import shopbell.model.Consent;
import shopbell.model.CustomerDetails;
import shopbell.model.CustomerKind;
import shopbell.model.Handle;

/**
 * A customer as the card shows it.
 *
 * @param cues hints for the talk from the customer's record
 * @param notedCues those that agents noted: the newest of each kind, none expired
 * @param refused uses of the data that this customer has refused, in the order of {@link Consent}
 */
public record Customer(
    UUID id,
    CustomerKind kind,
    String name,
    List<Organization> organizations,
    CustomerDetails details,
    List<Handle> handles,
    Map<String, String> cues,
    List<Cue> notedCues,
    List<Consent> refused) {
  /** A company this person belongs to. */
  public record Organization(UUID id, String name, String role) {}

  public Customer {
    organizations = List.copyOf(organizations);
    handles = List.copyOf(handles);
    cues = Map.copyOf(cues);
    notedCues = List.copyOf(notedCues);
    refused = List.copyOf(refused);
  }

  /** A copy with the data that consent leaves, and the uses that were refused. */
  public Customer consented(
      List<Handle> usedHandles, Map<String, String> usedCues, List<Consent> refusedUses) {
    List<Cue> usedNotes = refusedUses.contains(Consent.CUES) ? List.of() : notedCues;
    return new Customer(
        id, kind, name, organizations, details, usedHandles, usedCues, usedNotes, refusedUses);
  }

  /** Whether this customer has refused that use. */
  public boolean refuses(Consent use) {
    return refused.contains(use);
  }
}
