package shopbell.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectorReaderTest {
  private static final String WHOLE = """
      name: desk
      door:
        verify:
          algorithm: hmac-sha256
          header: X-Signature
          content: "{timestamp}.{body}"
          encoding: base64
          timestampHeader: X-Time
          tolerance: 30s
        map: |
          {
            "type": body.kind
          }
        answer: {status: 200, type: application/json, body: "{}"}
        challenge: query.challenge
      source:
        authentication: {kind: header, name: Authorization, template: "Token token={token}"}
        steps:
          - name: person
            when: $exists($email)
            path: "'/users'"
            query: {q: $email}
          - name: tickets
            method: POST
            path: "'/tickets/' & person.id"
            body: '{"id": person.id}'
            next: page.next
            mostPages: 3
        map: tickets
      """;

  @Test
  void aWholeFileIsReadWithItsDoorAndItsSource() {
    Connector desk = ConnectorReader.read(WHOLE);
    DoorSpec door = desk.door().orElseThrow();
    SignatureSpec verify = door.verify().orElseThrow();
    assertEquals(SignatureSpec.Algorithm.HMAC_SHA256, verify.algorithm());
    assertEquals(SignatureSpec.Encoding.BASE64, verify.encoding());
    assertEquals(Duration.ofSeconds(30), verify.tolerance());
    assertEquals(new DoorSpec.ReplySpec(200, "application/json", "{}"), door.answer());
    assertTrue(door.challenge().isPresent());
    SourceSpec source = desk.source().orElseThrow();
    assertEquals("Token token=t", source.authentication().value("t"));
    assertEquals(
        List.of("person", "tickets"),
        source.steps().stream().map(RequestStep::name).toList());
    assertEquals(3, source.steps().get(1).mostPages());
    assertEquals(Optional.empty(), source.steps().get(0).body());
  }

  /** Files, and below each the place and the beginning of what is said of it. */
  private static final String MISTAKES = """

      > 1:1 the file is empty
      name: [
      > 2:1 no YAML:
      - a
      > 1:1 a map of keys is expected
      name: Desk Two
      door: {map: body}
      > 1:1 name has small letters
      name: desk
      > 1:1 a connector has a door, a source or an action
      name: desk
      dor: {map: body}
      > 2:1 unknown key dor; did you mean door?
      name: desk
      door: {map: body, sound: loud}
      > 2:19 unknown key sound; use one of verify, map
      name: desk
      name: desk
      > 2:1 name stands here twice
      name: desk
      door:
        answer: {status: 200}
      > 3:3 map is missing
      name: desk
      door:
        map: [1]
      > 3:8 a text is expected
      name: desk
      door:
        map: body.(
      > 3:14 end of expression
      name: desk
      door:
        map: "body )"
      > 3:15 Syntax error
      name: desk
      door:
        map: |
          {
            "type": ]
          }
      > 5:16 The symbol "]" cannot be used
      name: desk
      door:
        map: body
        answer: {status: 404}
      > 4:12 status is a whole number from 200 to 299
      name: desk
      door:
        map: body
        verify: {algorithm: md5, header: X}
      > 4:23 algorithm is one of hmac-sha1, hmac-sha256
      name: desk
      door:
        map: body
        verify: {algorithm: token}
      > 4:11 header is missing
      name: desk
      door:
        map: body
        verify: {algorithm: hmac-sha1, header: X, content: '{id}'}
      > 4:11 verify.idHeader is missing
      name: desk
      door:
        map: body
        verify: {algorithm: token, header: X, tolerance: soon}
      > 4:41 tolerance is a duration
      name: desk
      source: {map: a}
      > 2:9 steps is missing
      name: desk
      source:
        map: a
        steps:
          - {name: a, method: DELETE, path: a}
      > 5:17 method is GET, POST, PUT or PATCH
      name: desk
      source:
        map: a
        steps:
          - {name: a, path: b}
          - {name: a, path: b}
      > 6:8 name is that of a step before
      """;

  static Stream<Arguments> mistakes() {
    return Pattern.compile("(?s)(.*?)> (\\d+):(\\d+) ([^\n]*)\n")
        .matcher(MISTAKES)
        .results()
        .map(m -> Arguments.of(
            m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)), m.group(4)));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedWithItsPlace(String yaml, int line, int column, String what) {
    ConnectorError connectorError =
        assertThrows(ConnectorError.class, () -> ConnectorReader.read(yaml));
    assertTrue(connectorError.getMessage().contains(what), connectorError.placed());
    assertEquals(line, connectorError.line(), connectorError.placed());
    assertEquals(column, connectorError.column(), connectorError.placed());
  }

  @Test
  void aFileCannotMakeObjectsNorGrowWithoutBound() {
    assertThrows(
        ConnectorError.class,
        () -> ConnectorReader.read("name: !!javax.script.ScriptEngineManager [a]\ndoor: {map: a}"));
    assertThrows(ConnectorError.class, () -> ConnectorReader.read("name: " + "x".repeat(300_000)));
    assertThrows(ConnectorError.class, () -> ConnectorReader.read("[".repeat(10_000)));
    String bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nname: desk\ndoor: {map: body}\n";
    assertThrows(ConnectorError.class, () -> ConnectorReader.read(bomb));
  }
}
