package shopbell.model;

import java.util.Optional;

/** A sender's reference to a customer: the id in its own system, or any handle. Exactly one is present. */
public record CustomerRef(Optional<ExternalId> id, Optional<Handle> handle) {
  public CustomerRef {
    if (id.isPresent() == handle.isPresent()) {
      throw Rejected.field(
          "/customer", "name the customer by {system, id} or by one handle {kind, value}");
    }
  }
}
