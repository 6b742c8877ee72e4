package shopbell.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import shopbell.model.Rejected;

/** CSV with a header row (RFC 4180); comma, semicolon or tab, whichever the header has most of. */
final class CsvRows implements Rows {
  private static final int LONGEST = 1 << 20;
  private static final char UNREADABLE = '\uFFFD';

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final ImportCount importCount;
  private final CSVFormat format;
  private final CsvHeader csvHeader;
  private final Bounded bounded;
  private long line = 1;

  CsvRows(InputStream in, ImportCount importCount, ImportFile file) throws IOException {
    this.importCount = importCount;
    // an undecodable byte spoils its row, not the file
    BufferedReader text = new BufferedReader(new InputStreamReader(
        in,
        file.charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    format = CSVFormat.RFC4180
        .builder()
        .setDelimiter(CsvDelimiter.of(text))
        .setIgnoreEmptyLines(true)
        .get();
    bounded = new Bounded(text);
    parser = format.parse(bounded);
    records = parser.iterator();
    csvHeader = new CsvHeader(file, columns());
  }

  private List<String> columns() throws IOException {
    return record().map(CSVRecord::toList).orElseGet(List::of);
  }

  @Override
  public Optional<Row> next() throws IOException {
    Optional<CSVRecord> record = record();
    return record.isEmpty() ? Optional.empty() : Optional.of(row(record.get()));
  }

  private Row row(CSVRecord record) {
    String raw = format.format((Object[]) record.values());
    try {
      if (raw.indexOf(UNREADABLE) >= 0) {
        throw new Rejected(
            Rejected.Reason.MALFORMED,
            "It has bytes that are no character of this encoding; see --charset.");
      }
      return Row.of(line, raw, csvHeader.tree(record));
    } catch (Rejected broken) {
      return Row.broken(line, raw, broken);
    }
  }

  /** The next row that is not empty: spreadsheets write empty ones too. */
  private Optional<CSVRecord> record() throws IOException {
    line = parser.getCurrentLineNumber() + 1;
    bounded.left = LONGEST;
    try {
      while (records.hasNext()) {
        CSVRecord record = records.next();
        if (record.stream().anyMatch(cell -> !cell.isBlank())) {
          return Optional.of(record);
        }
        line = parser.getCurrentLineNumber() + 1;
      }
      return Optional.empty();
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new IOException(
          "the row that begins in line " + line + " has no end: a quotation mark is missing", null);
    }
  }

  @Override
  public void skip(long count) throws IOException {
    for (long left = count; left > 0 && record().isPresent(); left--) {}
  }

  @Override
  public long bytes() {
    return importCount.bytes();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** Ends a row that would take the rest of the file because a quotation mark is never closed. */
  private static final class Bounded extends Reader {
    private final Reader in;
    private long left = LONGEST;

    Bounded(Reader in) {
      this.in = in;
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
      if (left <= 0) {
        throw new IOException("a row longer than 1 MiB");
      }
      int read = in.read(into, from, most);
      left -= Math.max(0, read);
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
