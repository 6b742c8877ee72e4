package shopbell.identity;

import java.util.Locale;
import shopbell.model.HandleKind;

/** A handle that was sent and identifies no customer; counted without its value. */
public record IgnoredHandle(HandleKind kind, IgnoredReason reason) {
  /** Why a handle is not used. */
  public enum IgnoredReason {
    /** A placeholder of a program, such as undefined or null; see {@link PlaceholderIds}. */
    PLACEHOLDER,
    /** A spreadsheet has rounded the number. */
    ROUNDED,
    /** No telephone number or e-mail address can be read from it. */
    UNREADABLE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A sentence that tells the sender how to fix it. */
  public String detail() {
    return switch (reason) {
      case PLACEHOLDER -> "is a program's placeholder and no identity; leave it out";
      case ROUNDED -> "was rounded by a spreadsheet; export the column as text";
      case UNREADABLE ->
        kind == HandleKind.EMAIL
            ? "is no e-mail address such as anna@shop.example"
            : "is no telephone number such as +49 221 4710334";
    };
  }
}
