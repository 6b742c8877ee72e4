package shopbell.nextaction;

import java.time.Instant;
import shopbell.model.ContractWord;
import shopbell.model.decision.ActionState;

/**
 * One version of an action or of a veto.
 *
 * @param version from 1 in each name
 * @param author the user's name; empty for one that comes with the program
 * @param change what the author says about the difference to the version before
 * @param document the YAML that {@code decision.library} reads
 */
public record LibraryEntry(
    EntryKind kind,
    String name,
    int version,
    ActionState state,
    String author,
    Instant at,
    String change,
    String document) {
  /** What an entry describes. */
  public enum EntryKind implements ContractWord {
    ACTION("action"),
    VETO("veto");

    private final String word;

    EntryKind(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** Whether it comes with the program. */
  public boolean ofTheProgram() {
    return author.isEmpty();
  }

  /** A copy in another state. */
  LibraryEntry in(ActionState next) {
    return new LibraryEntry(kind, name, version, next, author, at, change, document);
  }
}
