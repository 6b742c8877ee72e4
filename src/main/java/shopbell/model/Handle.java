package shopbell.model;

import java.util.List;
import java.util.Objects;

/**
 * One way to recognise a customer. {@code value} is normalised before it is stored: phones in E.164, e-mails in lower
 * case.
 *
 * @param verified the customer proved it (typed a number into the IVR, was signed in); it was not merely matched
 * @param shared several people use it (household, switchboard)
 */
public record Handle(HandleKind kind, String value, boolean verified, boolean shared) {
  public Handle {
    Objects.requireNonNull(kind);
    if (value.isBlank() || value.length() > 320) {
      throw Rejected.field("/handles", "a handle's value has 1 to 320 characters");
    }
  }

  /** Whether kind and value are equal; {@code verified} and {@code shared} are ignored. */
  public boolean sameAs(Handle other) {
    return kind == other.kind && value.equals(other.value);
  }

  /** Copies that are not verified. */
  public static List<Handle> unproven(List<Handle> handles) {
    return handles.stream()
        .map(handle -> new Handle(handle.kind, handle.value, false, handle.shared))
        .toList();
  }

  /** An unproven handle of one person. */
  public static Handle of(HandleKind kind, String value) {
    return new Handle(kind, value, false, false);
  }
}
