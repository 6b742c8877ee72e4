package shopbell.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A client's mistake, with a text that helps the client; any other exception is a bug of ours.
 *
 * <p>The text never repeats the offending value: it may be personal data.
 */
public final class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The kind of mistake; each has one HTTP status, mapped in one place. */
  public enum Reason {
    MALFORMED,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    MISDIRECTED,
    TOO_LARGE,
    UNSUPPORTED_TYPE,
    SENSELESS,
    TOO_MANY,
    CROWDED
  }

  /** One invalid field: a JSON Pointer (RFC 6901) and the error. */
  public record FieldError(String pointer, String detail) {}

  private final Reason reason;
  private final transient List<FieldError> errors;
  private final transient Optional<Duration> wait;
  private final transient Optional<ProblemType> type;

  /** A refusal of the whole request. */
  public Rejected(Reason reason, String detail) {
    this(reason, detail, List.of());
  }

  /** A refusal that names the fields. */
  public Rejected(Reason reason, String detail, List<FieldError> errors) {
    this(reason, detail, errors, Optional.empty(), Optional.empty());
  }

  private Rejected(
      Reason reason,
      String detail,
      List<FieldError> errors,
      Optional<Duration> wait,
      Optional<ProblemType> type) {
    super(detail, null, false, false);
    this.reason = reason;
    this.errors = List.copyOf(errors);
    this.wait = wait;
    this.type = type;
  }

  /** Too many attempts; the next attempt is accepted after {@code wait}, sent in whole seconds. */
  public static Rejected later(Duration wait, String detail) {
    Duration whole = Duration.ofSeconds(wait.plusMillis(999).toSeconds());
    return new Rejected(
        Reason.TOO_MANY,
        detail + " Wait " + whole.toSeconds() + " seconds and try again.",
        List.of(),
        Optional.of(whole),
        Optional.empty());
  }

  /** A refusal that a screen handles by itself. */
  public static Rejected of(ProblemType type, Reason reason, String detail) {
    return new Rejected(reason, detail, List.of(), Optional.empty(), Optional.of(type));
  }

  /** A field at {@code pointer} that is well formed but makes no sense. */
  public static Rejected field(String pointer, String detail) {
    return new Rejected(Reason.SENSELESS, detail, List.of(new FieldError(pointer, detail)));
  }

  /** What kind of mistake it was. */
  public Reason reason() {
    return reason;
  }

  /** The type by which a screen recognises the problem; empty for most. */
  public Optional<ProblemType> type() {
    return type;
  }

  /** How long the caller must wait before the next attempt; empty where that is unknown. */
  public Optional<Duration> retryAfter() {
    return wait;
  }

  /** The invalid fields; empty when the whole request is refused. */
  public List<FieldError> errors() {
    return errors;
  }
}
