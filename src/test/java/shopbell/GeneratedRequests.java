package shopbell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import shopbell.json.EventParsers;
import shopbell.json.Json;

/** Generated parts of requests: from nearly valid to entirely invalid. */
final class GeneratedRequests {
  private static final List<String> TEXTS = List.of(
      "",
      " ",
      "0",
      "-1",
      "1E+2147483648",
      "999999999999999999999",
      "NaN",
      "true",
      "null",
      "\u0000",
      "\ud800",
      "\uFEFF",
      "😀",
      "مرحبا",
      "' or 1=1 --",
      "%",
      "%zz",
      "%00",
      "..%2f",
      "../",
      "{}",
      "[",
      "9999-99-99",
      "2026-02-30T25:61:61Z",
      "+999999999-12-31T23:59:59Z",
      "00000000-0000-0000-0000-000000000000",
      "+49301",
      "a@b.example",
      "call",
      "in",
      "x".repeat(300),
      "x".repeat(30_000));

  private static final List<String> NUMBERS = List.of(
      "0", "-0", "-1", "1.5", "1e400", "1E+2147483648", "-1E-2147483649", "12345678901234567890");

  private static final List<String> NAMES = List.of(
      "id",
      "name",
      "type",
      "data",
      "customer",
      "system",
      "kind",
      "value",
      "handles",
      "text",
      "interaction",
      "agents",
      "from",
      "to",
      "queue",
      "time",
      "at",
      "amount",
      "currency",
      "total",
      "due",
      "note",
      "reason",
      "role",
      "scope",
      "password",
      "aliases",
      "queues",
      "promise",
      "disposition",
      "items",
      "payload",
      "map",
      "connector",
      "door",
      "plain",
      "userId",
      "anonymousId",
      "event",
      "messageId",
      "timestamp",
      "sentAt",
      "context",
      "traits",
      "properties",
      "batch",
      "channel",
      "before",
      "q",
      "limit",
      "other",
      "interactions");

  private GeneratedRequests() {}

  static Arbitrary<String> text() {
    return Arbitraries.oneOf(
        Arbitraries.of(TEXTS), Arbitraries.strings().ofMaxLength(12), Arbitraries.of(NAMES));
  }

  /** As it is in an address: encoded, or raw except for line ends. */
  static Arbitrary<String> inAddress() {
    Arbitrary<String> encoded = text().map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8));
    Arbitrary<String> raw =
        Arbitraries.of("%", "%zz", "%c3", "%00", "..", ".", "%2e%2e", "a%2fb", "ä", "'", "|", "{}");
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, encoded), net.jqwik.api.Tuple.of(1, raw));
  }

  /** A question mark and some parameters, or nothing. */
  static Arbitrary<String> query() {
    return Combinators.combine(Arbitraries.of(NAMES), inAddress())
        .as((name, value) -> name + "=" + value)
        .list()
        .ofMaxSize(3)
        .map(all -> all.isEmpty() ? "" : "?" + String.join("&", all));
  }

  /** JSON that is well formed, of any shape. */
  static Arbitrary<String> json() {
    Arbitrary<String> scalar = Arbitraries.oneOf(
        Arbitraries.of(NUMBERS), Arbitraries.of("true", "null"), text().map(Json::write));
    return Arbitraries.recursive(
        () -> scalar, inner -> Arbitraries.oneOf(list(inner), object(inner)), 0, 3);
  }

  private static Arbitrary<String> list(Arbitrary<String> inner) {
    return inner.list().ofMaxSize(3).map(all -> "[" + String.join(",", all) + "]");
  }

  static Arbitrary<String> object(Arbitrary<String> inner) {
    return Arbitraries.maps(Arbitraries.of(NAMES), inner)
        .ofMaxSize(6)
        .map(GeneratedRequests::object);
  }

  private static String object(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> Json.write(field.getKey()) + ":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** An event in its structured form with arbitrary data. */
  static Arbitrary<String> event() {
    return Combinators.combine(
            Arbitraries.of(EventParsers.types().stream().sorted().toList()), object(json()))
        .as((type, data) -> "{\"specversion\":\"1.0\",\"type\":\"" + type
            + "\",\"source\":\"s\",\"id\":\"i\",\"data\":" + data + "}");
  }

  /** Any of these, an end missing or a character too many in some. */
  static Arbitrary<String> body() {
    Arbitrary<String> whole = Arbitraries.oneOf(
        object(json()), json(), event(), event().map(one -> "[" + one + "]"), form(), text());
    return Combinators.combine(whole, Arbitraries.integers().between(-20, 60), text())
        .as((body, place, more) -> place < 0
            ? body.substring(0, Math.max(0, body.length() + place))
            : place < body.length() && place > 50
                ? body.substring(0, place) + more + body.substring(place)
                : body);
  }

  static Arbitrary<String> form() {
    return query().map(query -> query.isEmpty() ? "" : query.substring(1));
  }
}
