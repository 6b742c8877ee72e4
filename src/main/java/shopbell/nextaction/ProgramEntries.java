package shopbell.nextaction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopbell.decision.library.BuiltInActions;
import shopbell.decision.library.LibraryWriter;
import shopbell.model.decision.ActionState;
import shopbell.model.decision.ActionVersion;
import shopbell.model.decision.Veto;
import shopbell.nextaction.LibraryEntry.EntryKind;

/** The actions and vetoes that come with the program, as live entries in version 1. */
final class ProgramEntries {
  private ProgramEntries() {}

  static List<LibraryEntry> all(EntryKind kind) {
    return kind == EntryKind.ACTION
        ? BuiltInActions.catalogue().actions().stream()
            .map(ProgramEntries::entry)
            .toList()
        : BuiltInActions.catalogue().vetoes().stream()
            .map(ProgramEntries::entry)
            .toList();
  }

  static Optional<LibraryEntry> find(EntryKind kind, String name) {
    return all(kind).stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private static LibraryEntry entry(ActionVersion version) {
    return new LibraryEntry(
        EntryKind.ACTION,
        version.action().name(),
        version.version(),
        version.state(),
        version.author(),
        version.at(),
        version.change(),
        LibraryWriter.yaml(LibraryWriter.document(version.action())));
  }

  private static LibraryEntry entry(Veto veto) {
    return new LibraryEntry(
        EntryKind.VETO,
        veto.name(),
        1,
        ActionState.LIVE,
        "",
        Instant.EPOCH,
        "",
        LibraryWriter.yaml(LibraryWriter.document(veto)));
  }
}
