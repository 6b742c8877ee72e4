package shopbell.security;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import shopbell.model.ContractWord;

/**
 * An action of consequence, as the audit log stores it.
 *
 * @param actor a user's name, {@code key NAME} for a machine, {@code command line}, or {@code nobody} before a sign-in
 * @param address the literal IP address of the client; empty on the command line
 * @param subject the object of the action: a user's or key's or file's name, or a customer's uuid; never a customer's
 *     data
 * @param before the value before, to be written as JSON; empty where there was none
 * @param after the value afterwards; empty where there is none
 */
public record AuditEntry(
    Instant at,
    String actor,
    String address,
    AuditKind kind,
    String subject,
    Optional<Object> before,
    Optional<Object> after) {
  /** The kind of action. */
  public enum AuditKind implements ContractWord {
    SIGNED_IN("signed-in"),
    SIGN_IN_REFUSED("sign-in-refused"),
    SIGNED_OUT("signed-out"),
    SIGNED_OUT_EVERYWHERE("signed-out-everywhere"),
    CONFIRMED("confirmed"),
    CONFIRMATION_REFUSED("confirmation-refused"),
    SECOND_FACTOR_SET("second-factor-set"),
    SECOND_FACTOR_REMOVED("second-factor-removed"),
    PASSWORD_CHANGED("password-changed"),
    USER_SAVED("user-saved"),
    USER_REMOVED("user-removed"),
    KEY_MADE("key-made"),
    KEY_REMOVED("key-removed"),
    CONNECTOR_SAVED("connector-saved"),
    DELIVERY_REPLAYED("delivery-replayed"),
    CUSTOMERS_MERGED("customers-merged"),
    IDENTITY_UNDONE("identity-undone"),
    DUPLICATE_DISMISSED("duplicate-dismissed"),
    CUE_SAVED("cue-saved"),
    CUE_REMOVED("cue-removed"),
    CUSTOMER_EXPORTED("customer-exported"),
    CUSTOMER_ERASED("customer-erased"),
    CUSTOMER_ANONYMISED("customer-anonymised"),
    AUDIT_EXPORTED("audit-exported");

    private final String word;

    AuditKind(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  public AuditEntry {
    Objects.requireNonNull(at);
    Objects.requireNonNull(kind);
  }

  /** An action by a command of this machine's operator. */
  public static AuditEntry onCommandLine(
      Instant at,
      AuditKind auditKind,
      String subject,
      Optional<Object> before,
      Optional<Object> after) {
    return new AuditEntry(at, "command line", "", auditKind, subject, before, after);
  }
}
