package shopbell.nextaction;

import io.vertx.core.Future;
import java.util.List;
import shopbell.model.decision.ActionState;
import shopbell.nextaction.LibraryEntry.EntryKind;

/** Stores the own actions and vetoes of a shop, every version of them. */
public interface LibraryStore {
  /** All versions, of each name the newest first. */
  Future<List<LibraryEntry>> all();

  /** Stores {@code entry} with the next version of its name, whatever version it has, and completes with that. */
  Future<LibraryEntry> add(LibraryEntry entry);

  /**
   * Moves a version from one state to another; going live retires the version that was live. False when it is not in
   * {@code from} any more.
   */
  Future<Boolean> move(EntryKind kind, String name, int version, ActionState from, ActionState to);
}
