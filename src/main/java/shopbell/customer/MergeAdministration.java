package shopbell.customer;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Page;
import shopbell.model.customer.Duplicate;
import shopbell.model.customer.Identity;
import shopbell.model.customer.MergePreview;

/** Which records are one person, as agents see and say it; every card concerned is shown anew. */
public interface MergeAdministration {
  /** Why these records are one; NOT_FOUND when there is no such customer. */
  Future<Identity> identity(UUID customer);

  /** What merging them would do. NOT_FOUND, CONFLICT when they are one already, SENSELESS for a person and a company. */
  Future<MergePreview> preview(UUID keep, UUID other);

  /** {@code keep} stands for {@code other} too; the journal entry. Fails as the preview, CONFLICT when that is not true any more. */
  Future<Long> merge(UUID keep, UUID other, String version, String actor);

  /**
   * What an entry of the journal says.
   *
   * @param merge whether it is about two customers, and not about whom an interaction was with
   */
  record Statement(String actor, boolean merge, Optional<UUID> interaction) {}

  /** NOT_FOUND when there is none. */
  Future<Statement> statement(long entry);

  /** Takes a merge or a choice back; the journal entry of that. NOT_FOUND, CONFLICT when it is not in force. */
  Future<Long> undo(long entry, String actor);

  /** Takes back whom an agent chose in an interaction; NOT_FOUND when nobody did. */
  Future<Void> unchoose(UUID interaction, String actor);

  /** Who is probably one person, the surest first, 20 a page; of one customer, or of all. */
  Future<Page<Duplicate>> duplicates(Optional<UUID> customer, Optional<String> before);

  /** They are two: never suggested again. NOT_FOUND when nothing was suggested. */
  Future<Void> dismiss(UUID duplicate, String actor);
}
