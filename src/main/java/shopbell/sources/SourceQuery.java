package shopbell.sources;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.CustomerKind;
import shopbell.model.ExternalId;
import shopbell.model.Handle;
import shopbell.model.HandleKind;

/**
 * A query about one customer, with every handle by which other systems may have this customer.
 *
 * @param id the record that facts in the answer belong to
 * @param name the customer's name here
 * @param ids the customer's records in other systems, {@code id} among them
 */
public record SourceQuery(
    UUID customer,
    CustomerKind kind,
    Optional<String> name,
    ExternalId id,
    List<ExternalId> ids,
    List<Handle> handles) {
  /** A query by invented values that belong to no customer. */
  public static final SourceQuery NOBODY = new SourceQuery(
      new UUID(0, 0),
      CustomerKind.PERSON,
      Optional.empty(),
      new ExternalId("shopbell", "nobody"),
      List.of(new ExternalId("shopbell", "nobody")),
      List.of(
          Handle.of(HandleKind.EMAIL, "nobody@shopbell.invalid"),
          Handle.of(HandleKind.PHONE, "+10005550100"),
          Handle.of(HandleKind.CUSTOMER_NUMBER, "0")));

  public SourceQuery {
    Objects.requireNonNull(customer);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(name);
    Objects.requireNonNull(id);
    ids = List.copyOf(ids);
    handles = List.copyOf(handles);
  }

  /** The unknown caller of {@code interaction}: {@code customer} is the interaction's id. */
  public static SourceQuery stranger(
      UUID interaction, Optional<String> name, List<Handle> handles) {
    List<ExternalId> ids =
        handles.stream().flatMap(handle -> external(handle).stream()).toList();
    return new SourceQuery(
        interaction,
        CustomerKind.PERSON,
        name,
        ids.isEmpty() ? NOBODY.id() : ids.get(0),
        ids,
        handles.stream().filter(handle -> !handle.shared()).toList());
  }

  private static Optional<ExternalId> external(Handle handle) {
    int end = handle.value().indexOf(':');
    return handle.kind() == HandleKind.EXTERNAL
            && end > 0
            && end < handle.value().length() - 1
        ? Optional.of(
            new ExternalId(handle.value().substring(0, end), handle.value().substring(end + 1)))
        : Optional.empty();
  }

  /** Whether it contains no value that any source could search by. */
  boolean nothing() {
    return name.isEmpty()
        && ids.isEmpty()
        && handles.stream().noneMatch(handle -> asking(handle.kind()));
  }

  private static boolean asking(HandleKind kind) {
    return switch (kind) {
      case PHONE, EMAIL, CUSTOMER_NUMBER -> true;
      case EXTERNAL, COOKIE, DEVICE -> false;
    };
  }
}
