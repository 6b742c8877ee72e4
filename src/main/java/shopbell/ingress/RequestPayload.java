package shopbell.ingress;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shopbell.json.Json;
import shopbell.json.StrictJson;
import shopbell.model.Rejected;

/** Converts a request to plain values, as an expression sees it: {@code {body, headers, query}}. */
public final class RequestPayload {
  private static final int LONGEST = 200_000;
  private static final Set<String> SECRET =
      Set.of("authorization", "cookie", "proxy-authorization");

  private RequestPayload() {}

  /** Header names in small letters, without credentials; fails as {@link #body}. */
  public static Map<String, Object> of(DoorRequest request) {
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("body", body(request));
    seen.put("headers", headers(request));
    seen.put("query", query(request));
    return seen;
  }

  /** The payload of a JSON body given by the operator. */
  public static Map<String, Object> of(Object json) {
    Object body = numbers(Json.MAPPER.convertValue(json, Object.class));
    return new LinkedHashMap<>(Map.of("body", body, "headers", Map.of(), "query", Map.of()));
  }

  /** Empty for one that cannot be read. */
  public static Optional<Map<String, Object>> readable(DoorRequest request) {
    try {
      return Optional.of(of(request));
    } catch (Rejected unreadable) {
      return Optional.empty();
    }
  }

  /** JSON, a form, a multipart form without its files, or XML; MALFORMED or UNSUPPORTED_TYPE otherwise. */
  static Object body(DoorRequest request) {
    String type = request.mediaType();
    if (type.equals("application/x-www-form-urlencoded")) {
      return plain(FormFields.decoded(request.body().toString()));
    }
    if (type.equals("multipart/form-data")) {
      return plain(FormFields.multipart(request, LONGEST));
    }
    if (type.endsWith("/xml") || type.endsWith("+xml")) {
      return XmlTree.read(request.body().getBytes());
    }
    // some senders of JSON say text/plain, or nothing
    if (type.endsWith("/json")
        || type.endsWith("+json")
        || type.isEmpty()
        || type.equals("text/plain")) {
      return numbers(
          Json.MAPPER.convertValue(StrictJson.read(request.body().getBytes()), Object.class));
    }
    throw new Rejected(
        Rejected.Reason.UNSUPPORTED_TYPE,
        "Send JSON, XML, application/x-www-form-urlencoded or multipart/form-data.");
  }

  /** Names in small letters, without credentials. */
  public static Map<String, Object> headers(DoorRequest request) {
    Map<String, Object> headers = new LinkedHashMap<>();
    request.headers().forEach((name, value) -> {
      String small = name.toLowerCase(Locale.ROOT);
      if (!SECRET.contains(small)) {
        headers.put(small, value);
      }
    });
    return headers;
  }

  /** The parameters of the query string. */
  public static Map<String, Object> query(DoorRequest request) {
    int mark = request.url().indexOf('?');
    return mark < 0 ? Map.of() : plain(FormFields.decoded(request.url().substring(mark + 1)));
  }

  private static Map<String, Object> plain(FormFields formFields) {
    Map<String, Object> values = new LinkedHashMap<>();
    formFields.raw().forEach((name, all) -> values.put(name, all.size() == 1 ? all.get(0) : all));
    return values;
  }

  /** Expressions calculate with doubles, as JavaScript does; a larger number is an id and becomes a text. */
  private static Object numbers(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.doubleValue();
    }
    if (value instanceof BigInteger) {
      return value.toString();
    }
    if (value instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(item -> all.add(numbers(item)));
      return all;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> all = new LinkedHashMap<>();
      map.forEach((key, item) -> all.put(key.toString(), numbers(item)));
      return all;
    }
    return value;
  }
}
