package shopbell.store.sql;

import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Rows in the text format of COPY (PostgreSQL manual, COPY, File Formats), collected in memory; not thread-safe. */
public final class CopyText {
  private final StringBuilder text = new StringBuilder(1 << 16);

  /** One row: {@code number}, and the values of a statement. */
  public void add(int number, Tuple values) {
    text.append(number);
    for (int i = 0; i < values.size(); i++) {
      text.append('\t');
      Object value = values.getValue(i);
      if (value == null) {
        text.append("\\N");
      } else {
        escape(value instanceof String[] list ? array(list) : value.toString());
      }
    }
    text.append('\n');
  }

  /** The rows in COPY's text format, UTF-8. */
  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }

  private static String array(String[] items) {
    return Arrays.stream(items)
        .map(item -> '"' + item.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }
}
