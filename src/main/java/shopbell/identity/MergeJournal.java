package shopbell.identity;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.model.customer.Identity;
import shopbell.model.customer.MergePreview;

/** Merges and links of records, as a journal of statements that can each be undone. */
public interface MergeJournal {
  /** The author of a change, and its time. */
  record MergeAct(String actor, Instant at) {}

  /** The result of a change: its journal entry, and every record with outdated cards. */
  record Done(long entry, Set<UUID> touched) {
    public Done {
      touched = Set.copyOf(touched);
    }
  }

  /** The content of a journal entry. */
  record JournalEntry(long id, String actor, String what, Optional<UUID> interaction) {}

  /**
   * Makes {@code keep} the survivor of {@code other} too. NOT_FOUND when one does not exist, CONFLICT when they are one
   * person already, SENSELESS for a person and a company.
   */
  Future<Done> merge(UUID keep, UUID other, MergeAct mergeAct);

  /** Previews that merge, with a version; fails as {@link #merge(UUID, UUID, Act)} would. */
  Future<MergePreview> preview(UUID keep, UUID other);

  /** Merges as previewed; CONFLICT when either side has changed since the preview {@code version}. */
  Future<Done> merge(UUID keep, UUID other, String version, MergeAct mergeAct);

  /** Undoes a merge or link. NOT_FOUND, or CONFLICT when it was undone already or is itself an undoing. */
  Future<Done> undo(long entry, MergeAct mergeAct);

  /** NOT_FOUND when there is none. */
  Future<JournalEntry> entry(long entry);

  /** The agent's choice in force for an interaction. */
  Future<Optional<Long>> choice(UUID interaction);

  /** The handles, merges and journal of a customer; reasons as codes. NOT_FOUND when there is none. */
  Future<Identity> identity(UUID customer);

  /**
   * Makes {@code keep} the survivor of {@code other} on the word of a source that found {@code keep} by a handle of
   * theirs; does nothing when they are one person already or cannot be.
   */
  Future<Set<UUID>> told(UUID keep, UUID other, Instant now);

  /**
   * Merges records of {@code customers} with others that a verified customer number or foreign id attests, unless that
   * merge was undone before.
   */
  Future<Set<UUID>> attested(List<UUID> customers, Instant now);
}
