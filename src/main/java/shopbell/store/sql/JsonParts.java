package shopbell.store.sql;

import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.json.Json;

/** Rows that say of which {@code part} of an answer they are, and what, as JSON in {@code item}. */
public final class JsonParts {
  private final Map<String, StringBuilder> items = new HashMap<>();

  public JsonParts(List<Row> rows) {
    rows.forEach(row -> items
        .computeIfAbsent(row.getString("part"), first -> new StringBuilder("["))
        .append(row.getString("item"))
        .append(','));
  }

  /** In the order of the rows; read as one document, as beginning a new one takes longer than reading it. */
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
