package shopbell.customer;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Page;
import shopbell.model.customer.Duplicate;
import shopbell.model.customer.Identity;
import shopbell.model.customer.MergePreview;

/** Shows, merges and separates the records of a person; every card concerned is rebuilt. */
public interface MergeAdministration {
  /** Why these records are one; NOT_FOUND when there is no such customer. */
  Future<Identity> identity(UUID customer);

  /** Previews a merge. NOT_FOUND, CONFLICT when they are one already, SENSELESS for a person and a company. */
  Future<MergePreview> preview(UUID keep, UUID other);

  /**
   * Makes {@code keep} the survivor of {@code other} too; returns the journal entry. Fails as the preview, CONFLICT
   * when that is outdated.
   */
  Future<Long> merge(UUID keep, UUID other, String version, String actor);

  /**
   * The statement of a journal entry.
   *
   * @param merge whether it is a merge of two customers, not the choice of an interaction's customer
   */
  record Statement(String actor, boolean merge, Optional<UUID> interaction) {}

  /** NOT_FOUND when there is none. */
  Future<Statement> statement(long entry);

  /** Undoes a merge or a choice; returns the journal entry of that. NOT_FOUND, CONFLICT when it is not in force. */
  Future<Long> undo(long entry, String actor);

  /** Undoes an agent's choice in an interaction; NOT_FOUND when there is none. */
  Future<Void> unchoose(UUID interaction, String actor);

  /** Suspected duplicates, the surest first, 20 a page; of one customer, or of all. */
  Future<Page<Duplicate>> duplicates(Optional<UUID> customer, Optional<String> before);

  /** Marks a pair as two people: never suggested again. NOT_FOUND when it was not suggested. */
  Future<Void> dismiss(UUID duplicate, String actor);
}
