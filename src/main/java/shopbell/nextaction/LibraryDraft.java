package shopbell.nextaction;

import java.time.Instant;
import java.util.Map;
import shopbell.connector.ConnectorError;
import shopbell.decision.library.ActionReader;
import shopbell.decision.library.LibraryWriter;
import shopbell.decision.library.VetoReader;
import shopbell.model.Rejected;
import shopbell.model.decision.ActionState;
import shopbell.nextaction.LibraryEntry.EntryKind;

/**
 * What an author wants to save.
 *
 * @param document YAML or JSON
 */
public record LibraryDraft(EntryKind kind, String document, String author, String change) {
  /** A draft of version 1, in the program's way of writing YAML; SENSELESS with line and column of a mistake. */
  LibraryEntry entry(Instant at) {
    Map<String, Object> keys = keys(kind, document);
    return new LibraryEntry(
        kind,
        keys.get("name").toString(),
        1,
        ActionState.DRAFT,
        author,
        at,
        change,
        LibraryWriter.yaml(keys));
  }

  /** The keys of a document as plain values, for JSON; SENSELESS with line and column of a mistake. */
  public static Map<String, Object> keys(EntryKind kind, String document) {
    try {
      return kind == EntryKind.ACTION
          ? LibraryWriter.document(ActionReader.read(document))
          : LibraryWriter.document(VetoReader.read(document));
    } catch (ConnectorError e) {
      throw new Rejected(Rejected.Reason.SENSELESS, e.placed());
    }
  }
}
