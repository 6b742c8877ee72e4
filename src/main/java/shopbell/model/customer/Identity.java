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
 * Why some customer records are one person: what is in force, and what was said and taken back.
 *
 * @param customer the record that stands for all of them
 * @param numbers each telephone number among the handles, and as its country groups it
 * @param journal newest first, at most 200
 */
public record Identity(
    UUID customer,
    String name,
    List<Part> records,
    List<Mark> handles,
    List<Entry> journal,
    Map<String, String> numbers) {
  /** A record as one system keeps it. */
  public record Part(
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
   * @param source the system that told it, {@code agent} or {@code signed-in}
   * @param chosen how often an agent has said so, and has not taken it back
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
   * One statement about who is who.
   *
   * @param what {@code link}, {@code unlink}, {@code merge} or {@code unmerge}
   * @param other whom a merge joined to {@code customer}
   * @param reasons in words, where a merge was suggested or attested
   * @param undoable whether it is in force and can be taken back by whoever asks
   * @param undoneBy the entry that took it back
   */
  public record Entry(
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
    public Entry {
      handles = List.copyOf(handles);
      reasons = List.copyOf(reasons);
      said = said == null ? List.of() : List.copyOf(said);
    }

    private Entry fixed() {
      return new Entry(
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

    /** The same with its reasons in words. */
    public Entry saying(List<String> words, List<Sentence> said) {
      return new Entry(
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

  /** The same, where only what {@code may} be taken back is undoable. */
  public Identity undoable(Predicate<Entry> may) {
    List<Entry> shown = journal.stream()
        .map(entry -> entry.undoable() && !may.test(entry) ? entry.fixed() : entry)
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
