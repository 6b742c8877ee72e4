package shopbell.remote;

import java.util.Locale;

/** Why a system gave no answer; a person reads the reason on the card. */
public final class RemoteCallFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong; the words for it stand under {@code source.} and the constant's name. */
  public enum Reason {
    UNREACHABLE,
    SILENT,
    REFUSED,
    BUSY,
    BROKEN,
    TOO_LARGE,
    /** A redirect, or a link to a next page, that leads out of the system's address. */
    ELSEWHERE,
    /** It was in trouble lately and is left alone for a moment. */
    PAUSED,
    /** It has answered, and our own store was away. */
    NOT_KEPT,
    /** The customer has nothing this source could be asked by; no failure at all. */
    NOTHING_TO_ASK_BY;

    /** Whether the same question may well be answered later, with nobody changing a setting. */
    public boolean passing() {
      return this != NOTHING_TO_ASK_BY;
    }

    /** The key of the words a person reads. */
    public String word() {
      return "source." + label();
    }

    /** As a metric's label. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Reason reason;
  private final transient FailureDetails failureDetails;

  public RemoteCallFailed(Reason reason) {
    this(reason, FailureDetails.NONE);
  }

  /** With what an operator needs to know besides. */
  public RemoteCallFailed(Reason reason, FailureDetails failureDetails) {
    super(reason.name(), null, false, false);
    this.reason = reason;
    this.failureDetails = failureDetails;
  }

  /** What an operator needs to know besides. */
  public FailureDetails particulars() {
    return failureDetails;
  }

  /** The same as part of this step. */
  public RemoteCallFailed in(String step) {
    return new RemoteCallFailed(reason, failureDetails.in(step));
  }

  /** What went wrong. */
  public Reason reason() {
    return reason;
  }

  /** Whether the source itself is in trouble, rather than this one question: such failures pause it. */
  public boolean trouble() {
    return switch (reason) {
      case UNREACHABLE, SILENT, BUSY -> true;
      case REFUSED, BROKEN, TOO_LARGE, ELSEWHERE, PAUSED, NOT_KEPT, NOTHING_TO_ASK_BY -> false;
    };
  }
}
