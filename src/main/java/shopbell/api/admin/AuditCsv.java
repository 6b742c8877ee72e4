package shopbell.api.admin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import shopbell.json.Json;
import shopbell.security.AuditEntry;

/**
 * Converts audit entries to CSV of RFC 4180 in UTF-8, for spreadsheets and archives. A cell that a spreadsheet would
 * execute as a formula starts with an apostrophe instead (OWASP, CSV Injection).
 */
final class AuditCsv {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final String FORMULA = "=+-@\t\r\n";

  private AuditCsv() {}

  /** The column names, with the line end. */
  static String head() {
    return line(Stream.of("at", "actor", "address", "kind", "subject", "before", "after"));
  }

  /** One line for each entry; the values before and after as JSON. */
  static String rows(List<AuditEntry> entries) {
    return entries.stream().map(AuditCsv::row).collect(Collectors.joining());
  }

  private static String row(AuditEntry entry) {
    return line(Stream.of(
        entry.at().toString(),
        entry.actor(),
        entry.address(),
        entry.kind().toString(),
        entry.subject(),
        json(entry.before()),
        json(entry.after())));
  }

  private static String json(Optional<Object> value) {
    return value.map(Json::write).orElse("");
  }

  private static String line(Stream<String> cells) {
    return FORMAT.format(cells.map(AuditCsv::harmless).toArray()) + FORMAT.getRecordSeparator();
  }

  private static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
