package shopbell.imports;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import shopbell.model.Rejected;

/**
 * A whole CSV file in memory, as text: to judge a model on it, not to import it. Plain or gzip, UTF-8, comma, semicolon or
 * tab.
 *
 * @param columns the header, without blanks around the names; no name occurs twice
 * @param rows as many cells each as there are columns, without blanks around them
 */
public record CsvTable(List<String> columns, List<List<String>> rows) {
  public CsvTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Throws Rejected with the number of the line for a header or row that is broken; blank lines are skipped. */
  public static CsvTable read(Path file) throws IOException {
    try (BufferedReader text = new BufferedReader(
            new InputStreamReader(unpacked(Files.newInputStream(file)), StandardCharsets.UTF_8));
        CSVParser parser = CSVFormat.RFC4180
            .builder()
            .setDelimiter(CsvDelimiter.of(text))
            .setIgnoreEmptyLines(true)
            .get()
            .parse(text)) {
      List<String> columns = new ArrayList<>();
      List<List<String>> rows = new ArrayList<>();
      for (CSVRecord line : parser) {
        List<String> cells = line.stream().map(String::strip).toList();
        if (columns.isEmpty()) {
          columns.addAll(header(cells));
        } else {
          rows.add(checked(cells, columns.size(), parser.getCurrentLineNumber()));
        }
      }
      return new CsvTable(columns, rows);
    } catch (UncheckedIOException broken) {
      throw malformed("The file is not well-formed CSV: a quotation mark is missing or misplaced.");
    }
  }

  /** The place of a column in each row; -1 if the file has none of that name. */
  public int column(String name) {
    return columns.indexOf(name);
  }

  private static List<String> header(List<String> cells) {
    List<String> names = new ArrayList<>(cells);
    names.set(0, names.get(0).replace("\uFEFF", ""));
    if (names.contains("") || new HashSet<>(names).size() < names.size()) {
      throw malformed("The first line is a header: each column has a name, and no name twice.");
    }
    return names;
  }

  private static List<String> checked(List<String> cells, int columns, long line) {
    if (cells.size() != columns) {
      throw malformed(
          "Line " + line + " has " + cells.size() + " cells and the header has " + columns + ".");
    }
    return cells;
  }

  private static InputStream unpacked(InputStream file) throws IOException {
    InputStream in = new BufferedInputStream(file);
    in.mark(2);
    boolean packed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return packed ? new GZIPInputStream(in) : in;
  }

  private static Rejected malformed(String text) {
    return new Rejected(Rejected.Reason.MALFORMED, text);
  }
}
