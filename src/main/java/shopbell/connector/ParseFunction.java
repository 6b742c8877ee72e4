package shopbell.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shopbell.json.StrictJson;
import shopbell.model.Rejected;

/**
 * {@code $parse(text)} of expressions: parses JSON that a system has put into a text. Bounded in length, depth and
 * numbers.
 */
final class ParseFunction {
  private static final int LONGEST = 1024 * 1024;

  private ParseFunction() {}

  /** In plain values, null for a blank or a value that is no text; fails for a text that is no JSON. */
  static Object of(Object given) {
    if (!(given instanceof String text) || text.isBlank()) {
      return null;
    }
    if (text.length() > LONGEST) {
      throw new NoJson("$parse: the text is longer than " + LONGEST + " characters");
    }
    try {
      return plain(StrictJson.read(text.getBytes(StandardCharsets.UTF_8)));
    } catch (Rejected noJson) {
      throw new NoJson("$parse: the text is no JSON");
    }
  }

  /** The error in the text, without any part of it. */
  static final class NoJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoJson(String what) {
      super(what, null, false, false);
    }
  }

  /** Expressions calculate with doubles; a larger number is an id and becomes a text. */
  private static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> all = new LinkedHashMap<>();
      node.properties().forEach(field -> all.put(field.getKey(), plain(field.getValue())));
      return all;
    }
    if (node.isArray()) {
      List<Object> all = new ArrayList<>();
      node.forEach(item -> all.add(plain(item)));
      return all;
    }
    if (node.isNumber()) {
      Number number = node.numberValue();
      return number instanceof BigInteger
          ? number.toString()
          : number instanceof BigDecimal ? (Object) number.doubleValue() : number;
    }
    return node.isNull() ? null : node.isBoolean() ? (Object) node.booleanValue() : node.asText();
  }
}
