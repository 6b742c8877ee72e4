package shopbell.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import shopbell.model.ContractWord;
import shopbell.model.Rejected;

/**
 * The fields of one JSON object from outside, each read with its type and bounds.
 *
 * <p>Any error is a {@link Rejected} that names the field by its JSON Pointer and says what is valid.
 */
public final class JsonFields {
  private static final int MOST_ITEMS = 1_000;
  private static final int LONGEST_VALUE = 20_000;
  private static final int LONGEST_KEY = 200;
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private static final JsonNode NOTHING = Json.MAPPER.createObjectNode();

  private final JsonNode tree;
  private final String base;

  private JsonFields(JsonNode tree, String base) {
    this.tree = tree;
    this.base = base;
  }

  /** The object {@code tree}, at {@code base} of the whole document (empty: it is the document). */
  public static JsonFields of(JsonNode tree, String base) {
    if (!tree.isObject()) {
      throw base.isEmpty()
          ? new Rejected(Rejected.Reason.MALFORMED, "One JSON object is expected.")
          : Rejected.field(base, "is an object");
    }
    return new JsonFields(tree, base);
  }

  /** Whether it is present and not null. */
  public boolean has(String name) {
    return !tree.path(name).isMissingNode() && !tree.path(name).isNull();
  }

  /** Required, without blanks around it, 1 to {@code most} characters. */
  public String text(String name, int most) {
    return optional(name, most)
        .orElseThrow(() -> refuse(name, "is required: a text of 1 to " + most + " characters"));
  }

  /** Empty when absent, null or blank; a number is taken as its digits. */
  public Optional<String> optional(String name, int most) {
    return exact(name, most).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The text, number or boolean; empty when it is missing or of another type. */
  public Optional<String> plain(String name) {
    JsonNode value = tree.path(name);
    return Optional.of(value)
        .filter(v -> v.isValueNode() && !v.isNull())
        .map(v -> v.asText().strip())
        .filter(text -> !text.isEmpty() && text.indexOf('\0') < 0);
  }

  /** The object; an empty one when it is missing or of another type. */
  public JsonFields inside(String name) {
    JsonNode value = tree.path(name);
    return new JsonFields(value.isObject() ? value : NOTHING, base + "/" + name);
  }

  /** As it was sent, blanks included. */
  public Optional<String> exact(String name, int most) {
    if (!has(name)) {
      return Optional.empty();
    }
    JsonNode value = tree.path(name);
    if (!fits(value, most)) {
      throw refuse(name, "is a text of at most " + most + " characters");
    }
    return Optional.of(value.asText());
  }

  /** A UUID of ours. */
  public UUID uuid(String name) {
    return uuid(base + "/" + name, text(name, 100));
  }

  /** A UUID of ours at {@code pointer}, in a path for example. */
  public static UUID uuid(String pointer, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Rejected.field(pointer, "is an id of ours, a UUID");
    }
  }

  /** RFC 3339 with its offset. */
  public Optional<Instant> instant(String name) {
    return optional(name, 50).map(text -> instantAt(base + "/" + name, text));
  }

  /** A time at {@code pointer}, in a header for example; from 1900 to 2199, because no clock is further off. */
  public static Instant instantAt(String pointer, String text) {
    try {
      Instant time = Rfc3339.read(text);
      if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
        throw Rejected.field(pointer, "is a time from 1900 to 2199");
      }
      return time;
    } catch (DateTimeException e) {
      throw Rejected.field(pointer, "is a time such as 2026-01-31T17:00:00Z");
    }
  }

  /** One of an enum's words. */
  public <E extends Enum<E> & ContractWord> Optional<E> word(String name, Class<E> type) {
    Optional<String> text = optional(name, 100);
    try {
      return text.map(word -> ContractWord.of(type, word));
    } catch (Rejected unknown) {
      throw refuse(name, unknown.getMessage());
    }
  }

  /** A number, or a text that is one; at most 14 digits. */
  public Optional<BigDecimal> decimal(String name) {
    Optional<String> text = optional(name, 40).map(JsonFields::written);
    if (text.isPresent() && !text.get().matches("-?\\d{1,12}([.]\\d{1,6})?")) {
      throw refuse(
          name, "is a decimal number of at most 12 digits before the point, such as 19.90");
    }
    return text.map(BigDecimal::new);
  }

  /** 120.0 comes from the parser as 1.2E+2; a huge exponent stays one, and is refused. */
  private static String written(String number) {
    if (!number.matches("-?\\d{1,12}([.]\\d{1,12})?E[+]\\d{1,2}")) {
      return number;
    }
    return new BigDecimal(number).toPlainString();
  }

  /** A whole number of at most nine digits. */
  public Optional<Integer> integer(String name) {
    Optional<String> text = optional(name, 40);
    if (text.isPresent() && !text.get().matches("-?\\d{1,9}")) {
      throw refuse(name, "is a whole number");
    }
    return text.map(Integer::valueOf);
  }

  /** Absent is false. */
  public boolean flag(String name) {
    if (has(name) && !tree.path(name).isBoolean()) {
      throw refuse(name, "is true or false");
    }
    return tree.path(name).asBoolean(false);
  }

  /** Empty when absent or null. */
  public Optional<JsonFields> object(String name) {
    return has(name) ? Optional.of(of(tree.path(name), base + "/" + name)) : Optional.empty();
  }

  /** A list of texts of 1 to {@code most} characters; absent is empty, one bare text is a list of one. */
  public List<String> texts(String name, int most) {
    if (tree.path(name).isTextual()) {
      return optional(name, most).map(List::of).orElseGet(List::of);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(name)) {
      if (!fits(item, most) || item.asText().isBlank()) {
        throw refuse(name + "/" + texts.size(), "is a text of 1 to " + most + " characters");
      }
      texts.add(item.asText().strip());
    }
    return texts;
  }

  /** A list of objects, each read by {@code reader}; absent is empty. */
  public <T> List<T> objects(String name, Function<JsonFields, T> reader) {
    List<T> all = new ArrayList<>();
    for (JsonNode item : list(name)) {
      all.add(reader.apply(of(item, base + "/" + name + "/" + all.size())));
    }
    return all;
  }

  /** An object of plain values; nested ones become their JSON text. Absent is empty, nulls are left out. */
  public Map<String, String> map(String name) {
    Map<String, String> values = new LinkedHashMap<>();
    if (!has(name)) {
      return values;
    }
    JsonNode object = tree.path(name);
    if (!object.isObject() || object.size() > MOST_ITEMS) {
      throw refuse(name, "is an object of at most " + MOST_ITEMS + " values");
    }
    object.properties().forEach(entry -> {
      JsonNode value = entry.getValue();
      String text = value.isContainerNode() ? value.toString() : value.asText();
      if (text.length() > LONGEST_VALUE || text.indexOf('\0') >= 0) {
        throw refuse(name, "has values of at most " + LONGEST_VALUE + " characters");
      }
      if (entry.getKey().length() > LONGEST_KEY || entry.getKey().indexOf('\0') >= 0) {
        throw refuse(name, "has keys of at most " + LONGEST_KEY + " characters");
      }
      if (!value.isNull()) {
        values.put(entry.getKey(), text);
      }
    });
    return values;
  }

  /** The error of field {@code name}. */
  public Rejected refuse(String name, String detail) {
    return Rejected.field(base + "/" + name, detail);
  }

  private JsonNode list(String name) {
    JsonNode list = tree.path(name);
    if (has(name) && (!list.isArray() || list.size() > MOST_ITEMS)) {
      throw refuse(name, "is a list of at most " + MOST_ITEMS);
    }
    return list;
  }

  private static boolean fits(JsonNode value, int most) {
    boolean plain = value.isTextual() || value.isNumber();
    return plain && value.asText().length() <= most && value.asText().indexOf('\0') < 0;
  }
}
