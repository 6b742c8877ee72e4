package shopbell.nextaction;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import shopbell.model.Rejected;
import shopbell.model.decision.ActionState;
import shopbell.nextaction.LibraryEntry.EntryKind;

/** Actions and vetoes as administrators edit them: own versions, and those that come with the program. */
public final class ActionLibrary {
  /**
   * All versions of one action or veto.
   *
   * @param ofTheProgram whether there is no own version
   * @param live the version that decides now; empty when none does
   * @param versions the newest first, never empty
   */
  public record Title(
      EntryKind kind,
      String name,
      boolean ofTheProgram,
      Optional<Integer> live,
      List<LibraryEntry> versions) {
    public Title {
      versions = List.copyOf(versions);
    }

    /** The version {@code number}, without one the newest; NOT_FOUND when there is none. */
    public LibraryEntry version(Optional<Integer> number) {
      return number
          .map(wanted -> versions.stream()
              .filter(one -> one.version() == wanted)
              .findFirst()
              .orElseThrow(() -> new Rejected(
                  Rejected.Reason.NOT_FOUND, "There is no such version of this action.")))
          .orElse(versions.get(0));
    }
  }

  private final LibraryStore store;
  private final Supplier<Future<Void>> changed;
  private final InstantSource clock;

  /** {@code changed} completes when this node decides by what is stored then. */
  public ActionLibrary(LibraryStore store, Supplier<Future<Void>> changed, InstantSource clock) {
    this.store = store;
    this.changed = changed;
    this.clock = clock;
  }

  /** All of a kind: the program's in their order, then own ones by name. */
  public Future<List<Title>> titles(EntryKind kind) {
    return store.all().map(entries -> {
      Map<String, List<LibraryEntry>> byName = new LinkedHashMap<>();
      ProgramEntries.all(kind).forEach(one -> byName.put(one.name(), new ArrayList<>()));
      entries.stream()
          .filter(one -> one.kind() == kind)
          .forEach(one ->
              byName.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(one));
      return byName.entrySet().stream()
          .map(one -> title(kind, one.getKey(), one.getValue()))
          .toList();
    });
  }

  /** NOT_FOUND when there is none of this name. */
  public Future<Title> title(EntryKind kind, String name) {
    return titles(kind)
        .map(all -> all.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new Rejected(Rejected.Reason.NOT_FOUND, "There is no such " + kind + ".")));
  }

  private static Title title(EntryKind kind, String name, List<LibraryEntry> own) {
    Optional<LibraryEntry> program = ProgramEntries.find(kind, name);
    Optional<Integer> live = own.stream()
        .filter(one -> one.state() == ActionState.LIVE)
        .map(LibraryEntry::version)
        .findFirst();
    return own.isEmpty()
        ? new Title(kind, name, true, Optional.of(1), program.stream().toList())
        : new Title(kind, name, false, live, own);
  }

  /**
   * Stores {@code document} as a new draft. CONFLICT when {@code fresh} and there is an own one of its name; the name in
   * it must be {@code name}, if that is given.
   */
  public Future<LibraryEntry> save(LibraryDraft draft, Optional<String> name) {
    LibraryEntry entry = draft.entry(clock.instant());
    if (name.isPresent() && !name.get().equals(entry.name())) {
      throw Rejected.field("/name", "stays as it is: past decisions are kept by it");
    }
    return titles(entry.kind())
        .compose(titles -> {
          Optional<Title> known =
              titles.stream().filter(one -> one.name().equals(entry.name())).findFirst();
          if (name.isEmpty() && known.filter(one -> !one.ofTheProgram()).isPresent()) {
            throw new Rejected(
                Rejected.Reason.CONFLICT, "There is one of this name: save a new version of it.");
          }
          if (name.isPresent() && known.isEmpty()) {
            throw new Rejected(Rejected.Reason.NOT_FOUND, "There is none of this name.");
          }
          return store.add(entry);
        })
        .compose(stored -> changed.get().map(stored));
  }

  /** Moves an own version; SENSELESS for a step that leads nowhere, or when the live ones would not fit together. */
  public Future<LibraryEntry> move(EntryKind kind, String name, int version, ActionState to) {
    return title(kind, name).compose(title -> {
      LibraryEntry entry = title.version(Optional.of(version));
      if (title.ofTheProgram()) {
        throw new Rejected(
            Rejected.Reason.SENSELESS,
            "This one comes with the program: save an own version of the same name.");
      }
      if (!entry.state().leadsTo(to)) {
        throw Rejected.field("/state", "cannot be " + to + " after " + entry.state());
      }
      return fits(entry.in(to))
          .compose(fits -> store.move(kind, name, version, entry.state(), to))
          .compose(moved -> moved
              ? changed.get().map(entry.in(to))
              : Future.failedFuture(new Rejected(
                  Rejected.Reason.CONFLICT, "It was changed meanwhile: read it again.")));
    });
  }

  private Future<Void> fits(LibraryEntry entry) {
    return store.all().map(entries -> {
      List<LibraryEntry> with = new ArrayList<>(entries.stream()
          .filter(one -> one.kind() != entry.kind() || !one.name().equals(entry.name()))
          .toList());
      with.add(entry);
      try {
        CurrentCatalogue.merged(with);
        return null;
      } catch (IllegalArgumentException e) {
        throw new Rejected(Rejected.Reason.SENSELESS, e.getMessage());
      }
    });
  }
}
