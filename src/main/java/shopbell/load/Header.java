package shopbell.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;
import shopbell.config.Spelling;
import shopbell.model.Rejected;
import shopbell.wire.Json;

/** The columns of a CSV file: each knows where its cell stands in the row's JSON. */
final class Header {
  private final List<Columns.Column> columns = new ArrayList<>();

  /** SENSELESS for a column that nobody reads, with what was probably meant; {@code ignored} ones are passed over. */
  Header(Kind kind, List<String> names, Set<String> ignored) {
    if (kind == Kind.EVENTS && !names.isEmpty()) {
      throw new Rejected(Rejected.Reason.SENSELESS, "Events are JSON; this file is not.");
    }
    Columns known = kind == Kind.EVENTS ? new Columns(Kind.CUSTOMERS) : new Columns(kind);
    for (String name : names) {
      String column = name.strip();
      columns.add(
          ignored.contains(column)
              ? (row, cell) -> {}
              : known.named(column).orElseThrow(() -> unknown(column, kind, known.names())));
    }
  }

  private static Rejected unknown(String column, Kind kind, List<String> known) {
    String meant = Spelling.nearest(column, known)
        .map(name -> "; did you mean " + name + "?")
        .orElse("; there are: " + String.join(", ", new TreeSet<>(known)));
    // a first row without a header holds somebody's data, and that is not repeated
    String shown = column.matches("[A-Za-z][A-Za-z0-9_. -]{0,40}") ? " " + column : "";
    return new Rejected(
        Rejected.Reason.SENSELESS,
        "unknown column" + shown + " in a file of " + kind.word() + meant
            + " (--ignore COLUMN passes over one)");
  }

  /** The row as JSON; empty cells are absent. */
  JsonNode tree(CSVRecord record) {
    if (record.size() != columns.size()) {
      throw new Rejected(
          Rejected.Reason.MALFORMED,
          "It has " + record.size() + " cells, and the header " + columns.size() + ".");
    }
    ObjectNode row = Json.MAPPER.createObjectNode();
    for (int i = 0; i < columns.size(); i++) {
      String cell = record.get(i);
      if (!cell.isBlank()) {
        columns.get(i).put(row, cell);
      }
    }
    return row;
  }
}
