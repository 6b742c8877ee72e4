package shopbell.api;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Duplicate;
import shopbell.model.Identity;

/** Which records are one person, as agents see and say it; every card concerned is shown anew. */
public interface Persons {
  /** Why these records are one; NOT_FOUND when there is no such customer. */
  Future<Identity> identity(UUID customer);

  /** {@code keep} stands for {@code other} too; the journal entry. NOT_FOUND, CONFLICT when they are one already. */
  Future<Long> merge(UUID keep, UUID other, String actor);

  /** Takes a merge or a choice back; the journal entry of that. NOT_FOUND, CONFLICT when it is not in force. */
  Future<Long> undo(long entry, String actor);

  /** Takes back whom an agent chose in an interaction; NOT_FOUND when nobody did. */
  Future<Void> unchoose(UUID interaction, String actor);

  /** Who is probably one person, the surest first, 20 a page; of one customer, or of all. */
  Future<Page<Duplicate>> duplicates(Optional<UUID> customer, Optional<String> before);

  /** They are two: never suggested again. NOT_FOUND when nothing was suggested. */
  Future<Void> dismiss(UUID duplicate, String actor);
}
