package shopbell.model.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import shopbell.model.CustomerKind;

/**
 * What a merge of two customers would do; nothing is changed yet.
 *
 * @param version identifies this preview: a merge confirmed with it is refused when either side has changed since
 * @param keep the survivor, with all that {@code other} has shown beneath
 * @param conflicts the fields in which the two differ; {@code keep}'s value is shown afterwards
 * @param undo what taking the merge back restores
 */
public record MergePreview(
    String version, PreviewSide keep, PreviewSide other, List<Conflict> conflicts, Undo undo) {
  /**
   * One of the two as it is now.
   *
   * @param customer the surviving record of {@code records}
   * @param says the compared values by field name: name, language, tier, owner, birth date and address
   */
  public record PreviewSide(
      UUID customer,
      String name,
      CustomerKind kind,
      List<PreviewPart> records,
      int interactions,
      int orders,
      int tickets,
      int openTickets,
      int handles,
      int promises,
      Map<String, String> says) {
    public PreviewSide {
      records = List.copyOf(records);
      says = Map.copyOf(says);
    }
  }

  /** One system's record of the person. */
  public record PreviewPart(UUID id, String system, String externalId, String name) {}

  /** A field in which the two differ. */
  public record Conflict(String field, String keep, String other) {}

  /**
   * {@code records} become a separate person again, with all data received for them; {@code customer} is their
   * surviving record.
   */
  public record Undo(UUID customer, List<UUID> records) {
    public Undo {
      records = List.copyOf(records);
    }
  }

  public MergePreview {
    conflicts = List.copyOf(conflicts);
  }

  /** Of two sides read at the same moment. */
  public static MergePreview of(String version, PreviewSide keep, PreviewSide other) {
    List<Conflict> conflicts = new ArrayList<>();
    new TreeMap<>(keep.says()).forEach((field, said) -> {
      String otherwise = other.says().getOrDefault(field, said);
      if (!same(said, otherwise)) {
        conflicts.add(new Conflict(field, said, otherwise));
      }
    });
    return new MergePreview(
        version,
        keep,
        other,
        conflicts,
        new Undo(other.customer(), other.records().stream().map(PreviewPart::id).toList()));
  }

  private static boolean same(String one, String other) {
    return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
  }
}
