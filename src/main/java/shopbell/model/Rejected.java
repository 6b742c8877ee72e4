package shopbell.model;

import java.util.List;

/**
 * A client's mistake, said in words that help the client; anything else that is thrown is ours.
 *
 * <p>The text never repeats the offending value: it may be personal data.
 */
public final class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of mistake; each has one HTTP status, given in one place. */
  public enum Reason {
    MALFORMED,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    TOO_LARGE,
    UNSUPPORTED_TYPE,
    SENSELESS,
    TOO_MANY,
    CROWDED
  }

  /** One bad field: a JSON Pointer (RFC 6901) and what is wrong there. */
  public record FieldError(String pointer, String detail) {}

  private final Reason reason;
  private final transient List<FieldError> errors;

  /** A refusal of the whole request. */
  public Rejected(Reason reason, String detail) {
    this(reason, detail, List.of());
  }

  /** A refusal that names the fields. */
  public Rejected(Reason reason, String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.reason = reason;
    this.errors = List.copyOf(errors);
  }

  /** A field at {@code pointer} that is well formed but senseless. */
  public static Rejected field(String pointer, String detail) {
    return new Rejected(Reason.SENSELESS, detail, List.of(new FieldError(pointer, detail)));
  }

  /** What kind of mistake it was. */
  public Reason reason() {
    return reason;
  }

  /** The fields that are wrong; empty when it is the whole. */
  public List<FieldError> errors() {
    return errors;
  }
}
