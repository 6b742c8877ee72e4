package shopbell.security;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import shopbell.model.ContractWord;

/**
 * Something of consequence that was done here, as the audit keeps it.
 *
 * @param actor a person's name, {@code key NAME} for a machine, {@code command line}, or {@code nobody} before a sign-in
 * @param address the literal IP address it came from; empty on the command line
 * @param subject what it was done to: a user's or key's or file's name, or a customer's uuid; never a customer's data
 * @param before what it was before, to be written as JSON; empty where there was nothing
 * @param after what it is since; empty where there is nothing any more
 */
public record AuditEntry(
    Instant at,
    String actor,
    String address,
    Kind kind,
    String subject,
    Optional<Object> before,
    Optional<Object> after) {
  /** What was done. */
  public enum Kind implements ContractWord {
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
    CUSTOMER_EXPORTED("customer-exported"),
    CUSTOMER_ERASED("customer-erased"),
    CUSTOMER_ANONYMISED("customer-anonymised"),
    AUDIT_EXPORTED("audit-exported");

    private final String word;

    Kind(String word) {
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

  /** Done by a command of this machine's operator. */
  public static AuditEntry onCommandLine(
      Instant at, Kind kind, String subject, Optional<Object> before, Optional<Object> after) {
    return new AuditEntry(at, "command line", "", kind, subject, before, after);
  }
}
