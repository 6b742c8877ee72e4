package shopbell.remote;

import java.util.Locale;

/** A call to another system failed; the card shows the reason in words. */
public final class RemoteCallFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong; the words for it are under {@code source.} and the constant's name. */
  public enum FailureReason {
    UNREACHABLE,
    SILENT,
    REFUSED,
    BUSY,
    BROKEN,
    TOO_LARGE,
    /** A redirect, or a link to a next page, that leads out of the system's address. */
    ELSEWHERE,
    /** It is paused after recent failures. */
    PAUSED,
    /** It has answered, but our own store was unavailable. */
    NOT_KEPT,
    /** The customer has nothing this source could search by; no failure at all. */
    NOTHING_TO_ASK_BY;

    /** Whether a retry may succeed without a change of settings. */
    public boolean passing() {
      return this != NOTHING_TO_ASK_BY;
    }

    /** The key of the words for it. */
    public String word() {
      return "source." + label();
    }

    /** As a metric's label. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final FailureReason failureReason;
  private final transient FailureDetails failureDetails;

  public RemoteCallFailed(FailureReason failureReason) {
    this(failureReason, FailureDetails.NONE);
  }

  /** With details for the operator. */
  public RemoteCallFailed(FailureReason failureReason, FailureDetails failureDetails) {
    super(failureReason.name(), null, false, false);
    this.failureReason = failureReason;
    this.failureDetails = failureDetails;
  }

  /** The details for the operator. */
  public FailureDetails particulars() {
    return failureDetails;
  }

  /** A copy with this step. */
  public RemoteCallFailed in(String step) {
    return new RemoteCallFailed(failureReason, failureDetails.in(step));
  }

  /** What went wrong. */
  public FailureReason reason() {
    return failureReason;
  }

  /** Whether the source itself is failing, rather than this one query: such failures pause it. */
  public boolean trouble() {
    return switch (failureReason) {
      case UNREACHABLE, SILENT, BUSY -> true;
      case REFUSED, BROKEN, TOO_LARGE, ELSEWHERE, PAUSED, NOT_KEPT, NOTHING_TO_ASK_BY -> false;
    };
  }
}
