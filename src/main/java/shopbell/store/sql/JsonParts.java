package shopbell.store.sql;

import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.json.Json;

/** Rows with the {@code part} of an answer that each belongs to, and its value as JSON in {@code item}. */
public final class JsonParts {
  private final Map<String, StringBuilder> items = new HashMap<>();

  public JsonParts(List<Row> rows) {
    rows.forEach(row -> items
        .computeIfAbsent(row.getString("part"), first -> new StringBuilder("["))
        .append(row.getString("item"))
        .append(','));
  }

  /** In the order of the rows; parsed as one document, because starting a parser takes longer than parsing a value. */
  public <T> List<T> all(String part, Class<T> type) {
    StringBuilder list = items.get(part);
    return list == null
        ? List.of()
        : Json.readAll(list.substring(0, list.length() - 1) + "]", type);
  }

  /** The first of a part; empty where the part is empty. */
  public <T> Optional<T> one(String part, Class<T> type) {
    return all(part, type).stream().findFirst();
  }
}
