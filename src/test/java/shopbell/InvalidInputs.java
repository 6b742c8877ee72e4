package shopbell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Invalid input that some sender will send. */
final class InvalidInputs {
  private static final String LINES = """
        {
        ]
        null
        true
        12
        "text"
        []
        {}
        {"a":1
        {"a":1}}
        {'a':1}
        {"a":1,"a":2}
        {"\\u0000":"\\u0000"}
        {"a":NaN}
        {"a":1e999999999}
        {"a":"\\ud800"}
        a=b&c
        %%%
        --x""";

  private InvalidInputs() {}

  /** Bodies. */
  static Stream<byte[]> bodies() {
    Stream<String> others = Stream.of(
        "",
        "\uFEFF{}",
        "\0",
        "[".repeat(5_000) + "]".repeat(5_000),
        "{\"a\":".repeat(900) + "1" + "}".repeat(900),
        "{\"a\":\"" + "x".repeat(100_000) + "\"}",
        "x".repeat(100_000));
    return Stream.concat(
        Stream.concat(LINES.lines(), others).map(text -> text.getBytes(StandardCharsets.UTF_8)),
        encoded());
  }

  private static Stream<byte[]> encoded() {
    return Stream.of(
        "{\"a\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1),
        "{\"a\":\"ä\"}".getBytes(StandardCharsets.UTF_16),
        new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
  }

  /** Values of a field. */
  static Stream<Object> values() {
    return Stream.of(
        "",
        " ",
        "\u0000",
        "a\u0000b",
        "\ud800",
        "x".repeat(100_000),
        -1,
        1e300,
        true,
        List.of(),
        List.of(1, List.of()),
        List.of("", "a\u0000"),
        Map.of(),
        Map.of("a", Map.of("b", "c\u0000")),
        Map.of("\u0000", 1),
        Map.of("amount", "1e9"),
        Map.of("kind", "phone", "value", "\u0000"),
        List.of(Map.of("kind", "phone", "value", "x".repeat(321))),
        List.of(Map.of("at", "+999999999-01-01T00:00:00Z")),
        "9999-99-99",
        "+999999999-12-31T23:59:59Z",
        "-999999999-01-01T00:00:00Z",
        "2026-01-01",
        "😀".repeat(200),
        "مرحبا",
        "' or 1=1 --");
  }

  /** Taken, or refused as the sender's mistake. */
  static void takenOrRefused(String what, Answer answer) {
    if (answer.status() >= 300) {
      assertTrue(answer.status() < 500, what + ": " + answer.status() + answer.text());
      answer.problem(answer.status());
    }
  }
}
