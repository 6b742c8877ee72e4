package shopbell.store.imports;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import shopbell.store.records.RecordStatements;
import shopbell.store.sql.CopyText;

/**
 * A statement of {@link RecordStatements} for a whole batch: its rows are copied into a temporary table, and the same
 * statement merges them, reading from there instead of from parameters. So a file and a door store records in the same
 * way.
 *
 * @param name of the temporary table
 * @param types of the parameters $1, $2 …
 * @param key the columns that must be unique in the target
 * @param best which of two rows with that key is taken, as an ORDER BY; the later one when they are equal
 */
record StagingTable(String name, String sql, List<String> types, String key, String best) {
  private static final Pattern VALUES =
      Pattern.compile("(?s)values \\((.*?)\\)\\s*(on conflict.*)");
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

  /** {@code types} is one string, separated by blanks. */
  static StagingTable of(String name, String sql, String types, String key, String best) {
    return new StagingTable(name, sql, List.of(types.split(" ")), key, best);
  }

  String create() {
    return IntStream.rangeClosed(1, types.size())
        .mapToObj(i -> "c" + i + " " + types.get(i - 1))
        .collect(Collectors.joining(
            ", ", "create temp table " + name + " (n int, ", ") on commit delete rows"));
  }

  String copy() {
    return "copy " + name + " from stdin";
  }

  /** Empties the table for further rows of the same transaction. */
  String empty() {
    return "truncate " + name;
  }

  String merge() {
    Matcher values = VALUES.matcher(sql);
    if (!values.find()) {
      throw new IllegalStateException("not a statement that can be staged: " + name);
    }
    String row = PARAMETER.matcher(values.group(1)).replaceAll("s.c$1");
    String tail = values.group(2).replaceFirst("(?s)\\s*returning .*$", "");
    return sql.substring(0, values.start())
        + "select " + row + " from (select distinct on (" + key + ") * from " + name
        + " order by " + key + ", " + best + ") s " + tail;
  }

  /** The rows in COPY format. */
  static CopyText rows(List<Tuple> tuples) {
    CopyText text = new CopyText();
    int number = 0;
    for (Tuple tuple : tuples) {
      text.add(number++, tuple);
    }
    return text;
  }
}
