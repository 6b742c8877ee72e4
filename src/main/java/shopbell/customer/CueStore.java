package shopbell.customer;

import io.vertx.core.Future;
import java.util.UUID;
import shopbell.model.customer.Cue;
import shopbell.model.customer.CueKind;

/** Stores the hints for the talk that agents note. */
public interface CueStore {
  /** Replaces the one of the same kind of this record; other records of the person keep theirs. */
  Future<Void> put(UUID customer, Cue cue);

  /** Removes those of that kind from all records of the person; nothing happens where there is none. */
  Future<Void> remove(UUID customer, CueKind kind);
}
