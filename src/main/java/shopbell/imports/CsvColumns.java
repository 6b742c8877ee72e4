package shopbell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import shopbell.json.Json;
import shopbell.json.StrictJson;
import shopbell.model.HandleKind;
import shopbell.model.Rejected;

/**
 * The column names of CSV: the schema's own names; {@code total.amount} inside an object; {@code attributes.anything}
 * where any key is allowed; handles by their kind.
 */
final class CsvColumns {
  /** Adds one cell, which is not blank, to the row's JSON. */
  @FunctionalInterface
  interface Column {
    void put(ObjectNode row, String cell);
  }

  private final Map<String, Column> exact = new LinkedHashMap<>();
  private final List<String> open = new ArrayList<>();

  CsvColumns(ImportKind importKind) {
    exact.put("time", (row, cell) -> row.put("time", cell));
    for (Map.Entry<String, JsonNode> field :
        schema(importKind).path("properties").properties()) {
      field(field.getKey(), field.getValue());
    }
    for (HandleKind handle : HandleKind.values()) {
      exact.put(
          handle.toString(),
          importKind == ImportKind.CUSTOMERS
              ? (row, cell) -> list(row, "handles").add(handle(handle, cell))
              : (row, cell) -> who(row, handle, cell));
    }
  }

  /**
   * The schema's spelling of {@code column}, letter case, blanks, hyphens and underscores aside; empty when it is
   * unknown.
   */
  Optional<String> spelt(String column) {
    if (named(column).isPresent()) {
      return Optional.of(column);
    }
    String folded = folded(column);
    Optional<String> inside = open.stream()
        .filter(map -> folded.startsWith(map + ".") && column.length() > map.length() + 1)
        .findFirst()
        .map(map -> map + column.substring(column.indexOf('.')));
    return exact.keySet().stream()
        .filter(name -> folded(name).equals(folded))
        .findFirst()
        .or(() -> inside);
  }

  private static String folded(String name) {
    return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }

  /** The column of that name; empty when it is unknown. */
  Optional<Column> named(String name) {
    Optional<Column> inside = open.stream()
        .filter(map -> name.startsWith(map + ".") && name.length() > map.length() + 1)
        .findFirst()
        .map(map ->
            (row, cell) -> object(row, map, "").put(name.substring(map.length() + 1), cell));
    return Optional.ofNullable(exact.get(name)).or(() -> inside);
  }

  /** All column names, with the pattern of those with any key. */
  List<String> names() {
    return Stream.concat(exact.keySet().stream(), open.stream().map(map -> map + ".NAME"))
        .toList();
  }

  private void field(String name, JsonNode type) {
    Stream<JsonNode> shapes = type.has("oneOf")
        ? Stream.iterate(0, i -> i < type.path("oneOf").size(), i -> i + 1)
            .map(type.path("oneOf")::path)
        : Stream.of(type);
    boolean object = type.has("oneOf") || is(type, "object");
    if (object) {
      List<String> inner = shapes
          .flatMap(shape -> shape.path("properties").properties().stream())
          .map(Map.Entry::getKey)
          .distinct()
          .toList();
      inner.forEach(key -> exact.put(
          name + "." + key, (row, cell) -> object(row, name, key).set(key, plain(key, cell))));
      if (inner.isEmpty()) {
        open.add(name);
      }
      exact.put(name, (row, cell) -> row.set(name, json(name, cell)));
    } else if (is(type, "array")) {
      array(name, type.path("items"));
    } else {
      exact.put(name, (row, cell) -> row.put(name, cell));
    }
  }

  private void array(String name, JsonNode items) {
    if (is(items, "object")) {
      exact.put(name, (row, cell) -> row.set(name, json(name, cell)));
      items.path("properties").properties().stream()
          .map(Map.Entry::getKey)
          .forEach(key -> exact.put(
              name + "." + key, (row, cell) -> first(row, name).set(key, plain(key, cell))));
    } else {
      exact.put(
          name,
          (row, cell) -> Arrays.stream(cell.split("\\|", -1))
              .map(String::strip)
              .filter(text -> !text.isEmpty())
              .forEach(list(row, name)::add));
    }
  }

  /** A customer named by an id in this row stays; of several handles the first one names it. */
  private static void who(ObjectNode row, HandleKind kind, String cell) {
    if (!row.path("customer").isObject()) {
      row.set("customer", handle(kind, cell));
    }
  }

  private static ObjectNode handle(HandleKind kind, String value) {
    return Json.MAPPER.createObjectNode().put("kind", kind.toString()).put("value", value);
  }

  private static JsonNode plain(String key, String cell) {
    boolean flag = key.equals("verified") || key.equals("shared");
    return flag && cell.strip().matches("true|false")
        ? Json.MAPPER.getNodeFactory().booleanNode(cell.strip().equals("true"))
        : Json.MAPPER.getNodeFactory().textNode(cell);
  }

  private static JsonNode json(String name, String cell) {
    try {
      return StrictJson.read(cell);
    } catch (Rejected broken) {
      throw Rejected.field("/" + name, "is JSON in one cell");
    }
  }

  /** A handle that came first is replaced by the row's own customer reference. */
  private static ObjectNode object(ObjectNode row, String name, String key) {
    boolean own = name.equals("customer") && (key.equals("system") || key.equals("id"));
    boolean replaced = own && row.path(name).has("value");
    return row.path(name).isObject() && !replaced
        ? (ObjectNode) row.path(name)
        : row.putObject(name);
  }

  private static ArrayNode list(ObjectNode row, String name) {
    return row.path(name).isArray() ? (ArrayNode) row.path(name) : row.putArray(name);
  }

  private static ObjectNode first(ObjectNode row, String name) {
    ArrayNode list = list(row, name);
    return list.path(0).isObject() ? (ObjectNode) list.path(0) : list.insertObject(0);
  }

  private static boolean is(JsonNode type, String word) {
    JsonNode named = type.path("type");
    return named.asText().equals(word)
        || Stream.iterate(0, i -> i < named.size(), i -> i + 1)
            .anyMatch(i -> named.path(i).asText().equals(word));
  }

  private static JsonNode schema(ImportKind importKind) {
    try (InputStream in =
        CsvColumns.class.getResourceAsStream("/schemas/" + importKind.type() + ".json")) {
      return StrictJson.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
