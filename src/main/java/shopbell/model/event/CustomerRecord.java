package shopbell.model.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import shopbell.model.CustomerDetails;
import shopbell.model.CustomerKind;
import shopbell.model.ExternalId;
import shopbell.model.Handle;
import shopbell.model.Rejected;

/**
 * A customer as another system has it; a newer record replaces the older one of the same {@code id}.
 *
 * @param cues short consented hints for the conversation: {@code sayName}, {@code address} (du or sie), {@code
 *     language} …
 */
public record CustomerRecord(
    String key,
    Instant at,
    ExternalId id,
    CustomerKind kind,
    String name,
    List<Handle> handles,
    List<CompanyMembership> organizations,
    CustomerDetails details,
    Map<String, String> cues,
    Map<String, String> attributes)
    implements Inbound {
  /** Membership of the company with that id in the same system, as {@code role}. */
  public record CompanyMembership(String id, String role) {}

  public CustomerRecord {
    Objects.requireNonNull(at);
    Objects.requireNonNull(kind);
    if (name.isBlank() || name.length() > 500) {
      throw Rejected.field("/name", "a name has 1 to 500 characters");
    }
    handles = List.copyOf(handles);
    organizations = List.copyOf(organizations);
    cues = Map.copyOf(cues);
    attributes = Map.copyOf(attributes);
  }

  /** A copy as a member of these companies. */
  public CustomerRecord withOrganizations(List<CompanyMembership> companies) {
    return new CustomerRecord(
        key, at, id, kind, name, handles, companies, details, cues, attributes);
  }

  /** A copy with no handle that the customer has proved. */
  public CustomerRecord unproven() {
    return withHandles(Handle.unproven(handles));
  }

  /** A copy with {@code normalised} in the place of its handles. */
  public CustomerRecord withHandles(List<Handle> normalised) {
    return new CustomerRecord(
        key, at, id, kind, name, normalised, organizations, details, cues, attributes);
  }
}
