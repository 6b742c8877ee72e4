package shopbell.api.admin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import shopbell.json.Json;
import shopbell.security.AuditEntry;

/**
 * Entries of the audit as a table for spreadsheets and archives: CSV of RFC 4180 in UTF-8. A cell that a spreadsheet would take
 * for a formula begins with an apostrophe instead (OWASP, CSV Injection).
 */
final class AuditCsv {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final String FORMULA = "=+-@\t\r\n";

  private AuditCsv() {}

  /** The names of the columns, with the end of the line. */
  static String head() {
    return line(Stream.of("at", "actor", "address", "kind", "subject", "before", "after"));
  }

  /** One line for each entry; what it was before and after as JSON. */
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
