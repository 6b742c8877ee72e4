package shopbell.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import shopbell.config.Spelling;
import shopbell.model.Rejected;
import shopbell.wire.Json;

/** The columns of a CSV file: each knows where its cell stands in the row's JSON. */
final class Header {
  /** Blanks of all widths and marks that nobody sees, at both ends. */
  private static final Pattern PADDING =
      Pattern.compile("^[\\p{Z}\\p{Cf}\\s]+|[\\p{Z}\\p{Cf}\\s]+$");

  private final List<Columns.Column> columns = new ArrayList<>();

  /** SENSELESS for a column that nobody reads, with what was probably meant; {@code ignored} ones are passed over. */
  Header(RowFile file, List<String> names) {
    Kind kind = file.kind();
    if (kind == Kind.EVENTS && !names.isEmpty()) {
      throw new Rejected(Rejected.Reason.SENSELESS, "Events are JSON; this file is not.");
    }
    Columns known = kind == Kind.EVENTS ? new Columns(Kind.CUSTOMERS) : new Columns(kind);
    for (String name : names) {
      String column = PADDING.matcher(name).replaceAll("");
      columns.add(file.ignored().contains(column) ? (row, cell) -> {} : read(column, known, file));
    }
  }

  private static Columns.Column read(String column, Columns known, RowFile file) {
    String name =
        known.spelt(column).orElseThrow(() -> unknown(column, file.kind(), known.names()));
    Columns.Column found = known.named(name).orElseThrow();
    return (row, cell) -> found.put(row, SpreadsheetCell.read(name, cell, file.zone()));
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
