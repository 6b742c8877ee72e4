package shopbell.model.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import shopbell.model.CustomerKind;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Sentence;

/**
 * Why some customer records are one person: the handles and merges in force, and the journal of all statements.
 *
 * @param customer the surviving record
 * @param numbers each telephone number among the handles, and as its country groups it
 * @param journal newest first, at most 200
 */
public record Identity(
    UUID customer,
    String name,
    List<IdentityPart> records,
    List<Mark> handles,
    List<IdentityEntry> journal,
    Map<String, String> numbers) {
  /** One system's record of the person. */
  public record IdentityPart(
      UUID id,
      String system,
      String externalId,
      CustomerKind kind,
      String name,
      Optional<LocalDate> since,
      Instant updatedAt) {}

  /**
   * A handle and the record that has it.
   *
   * @param source the system that sent it, {@code agent} or {@code signed-in}
   * @param chosen how many agent confirmations of it are in force
   * @param holders how many persons have it
   */
  public record Mark(
      HandleKind kind,
      String value,
      UUID customer,
      String source,
      boolean verified,
      boolean shared,
      int chosen,
      int holders,
      Instant firstSeen,
      Instant lastSeen) {}

  /**
   * One statement about the identity.
   *
   * @param what {@code link}, {@code unlink}, {@code merge} or {@code unmerge}
   * @param other the record that a merge joined to {@code customer}
   * @param reasons in words, where a merge was suggested or attested
   * @param undoable whether it is in force and the caller may take it back
   * @param undoneBy the entry that took it back
   */
  public record IdentityEntry(
      long id,
      Instant at,
      String actor,
      String what,
      UUID customer,
      Optional<UUID> other,
      Optional<UUID> interaction,
      List<Handle> handles,
      List<String> reasons,
      boolean undoable,
      Optional<Long> undoneBy,
      List<Sentence> said) {
    public IdentityEntry {
      handles = List.copyOf(handles);
      reasons = List.copyOf(reasons);
      said = said == null ? List.of() : List.copyOf(said);
    }

    private IdentityEntry fixed() {
      return new IdentityEntry(
          id,
          at,
          actor,
          what,
          customer,
          other,
          interaction,
          handles,
          reasons,
          false,
          undoneBy,
          said);
    }

    /** A copy with its reasons in words. */
    public IdentityEntry saying(List<String> words, List<Sentence> said) {
      return new IdentityEntry(
          id,
          at,
          actor,
          what,
          customer,
          other,
          interaction,
          handles,
          words,
          undoable,
          undoneBy,
          said);
    }
  }

  /** A copy in which only entries that {@code may} be undone are undoable. */
  public Identity undoable(Predicate<IdentityEntry> may) {
    List<IdentityEntry> shown = journal.stream()
        .map(identityEntry -> identityEntry.undoable() && !may.test(identityEntry)
            ? identityEntry.fixed()
            : identityEntry)
        .toList();
    return new Identity(customer, name, records, handles, shown, numbers);
  }

  public Identity {
    numbers = numbers == null ? Map.of() : Map.copyOf(numbers);
    records = List.copyOf(records);
    handles = List.copyOf(handles);
    journal = List.copyOf(journal);
  }
}
