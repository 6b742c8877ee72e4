package shopbell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import shopbell.config.DidYouMean;
import shopbell.json.Json;
import shopbell.model.Rejected;

/** The columns of a CSV file, each with the place of its cell in the row's JSON. */
final class CsvHeader {
  /** Blanks of all widths and invisible characters, at both ends. */
  private static final Pattern PADDING =
      Pattern.compile("^[\\p{Z}\\p{Cf}\\s]+|[\\p{Z}\\p{Cf}\\s]+$");

  private final List<CsvColumns.Column> columns = new ArrayList<>();

  /** SENSELESS for an unknown column, with a suggestion; {@code ignored} ones are skipped. */
  CsvHeader(ImportFile file, List<String> names) {
    ImportKind importKind = file.kind();
    if (importKind == ImportKind.EVENTS && !names.isEmpty()) {
      throw new Rejected(Rejected.Reason.SENSELESS, "Events are JSON; this file is not.");
    }
    CsvColumns known = importKind == ImportKind.EVENTS
        ? new CsvColumns(ImportKind.CUSTOMERS)
        : new CsvColumns(importKind);
    for (String name : names) {
      String column = PADDING.matcher(name).replaceAll("");
      columns.add(file.ignored().contains(column) ? (row, cell) -> {} : read(column, known, file));
    }
  }

  private static CsvColumns.Column read(String column, CsvColumns known, ImportFile file) {
    String name =
        known.spelt(column).orElseThrow(() -> unknown(column, file.kind(), known.names()));
    CsvColumns.Column found = known.named(name).orElseThrow();
    return (row, cell) -> found.put(row, SpreadsheetCell.read(name, cell, file.zone()));
  }

  private static Rejected unknown(String column, ImportKind importKind, List<String> known) {
    String meant = DidYouMean.nearest(column, known)
        .map(name -> "; did you mean " + name + "?")
        .orElse("; there are: " + String.join(", ", new TreeSet<>(known)));
    // a first row without a header holds personal data, which is not repeated
    String shown = column.matches("[A-Za-z][A-Za-z0-9_. -]{0,40}") ? " " + column : "";
    return new Rejected(
        Rejected.Reason.SENSELESS,
        "unknown column" + shown + " in a file of " + importKind.word() + meant
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
